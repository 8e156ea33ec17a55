package io.peertap.record;

import io.peertap.api.Circuit;
import io.peertap.api.Direction;
import io.peertap.api.Queues.Registration;
import io.peertap.api.RelayAnswer;
import io.peertap.api.RelayRequest;
import io.peertap.api.Relays;
import io.peertap.api.Reservation;
import io.peertap.metric.Metrics;
import io.peertap.metric.RelayFamilies;
import io.peertap.metric.Source;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Circuits through relays: those that this node carries, and those that it uses. */
final class RelayRecords implements Relays {

  private final Metrics metrics;
  private final Clock clock;
  private final Set<Open> open = ConcurrentHashMap.newKeySet();
  private final Readers<Supplier<Boolean>> offers;
  private final Readers<Supplier<Integer>> searches;

  RelayRecords(Metrics metrics, Clock clock, Consumer<Throwable> failed) {
    this.metrics = metrics;
    this.clock = clock;
    this.offers = new Readers<>(failed);
    this.searches = new Readers<>(failed);
  }

  /** Says where its gauges come from. */
  void publish() {
    metrics.gauge(RelayFamilies.CIRCUITS, this::circuits);
    metrics.gauge(RelayFamilies.SERVICE, this::service);
    metrics.gauge(RelayFamilies.SEARCH, this::search);
    metrics.gauge(RelayFamilies.WANTED, this::wanted);
  }

  @Override
  public Circuit serving() {
    metrics.counter(RelayFamilies.CONNECTIONS, "opened").add();
    return opened(new Open(Direction.INBOUND, true));
  }

  @Override
  public Circuit opened(Direction direction) {
    return opened(new Open(direction, false));
  }

  @Override
  public void answered(RelayRequest request, RelayAnswer answer) {
    metrics.counter(RelayFamilies.REQUESTS, request.label(), answer.status()).add();
    if (answer.isRejected()) {
      metrics.counter(RelayFamilies.REJECTIONS, request.label(), answer.label()).add();
    }
  }

  @Override
  public void asked(boolean refresh, RelayAnswer answer) {
    metrics
        .counter(RelayFamilies.ASKED, refresh ? "refresh" : "new", answer.label())
        .add();
  }

  @Override
  public Reservation reserved(Direction direction) {
    return new Reserved(direction);
  }

  @Override
  public Registration offered(Supplier<Boolean> offering) {
    return offers.add(offering);
  }

  @Override
  public Registration wanted(Supplier<Integer> reservations) {
    return searches.add(reservations);
  }

  void release() {
    open.clear();
    offers.clear();
    searches.clear();
  }

  private Circuit opened(Open circuit) {
    open.add(circuit);
    return circuit;
  }

  /** However many objects of the application offer it: one node, one service. */
  private void service(Source.Sink sink) {
    int[] offered = new int[1];
    offers.keepIf(offering -> {
      Boolean offer = offering.get();
      offered[0] |= Boolean.TRUE.equals(offer) ? 1 : 0;
      return offer != null;
    });
    if (!offers.isEmpty()) {
      sink.add(offered[0]);
    }
  }

  private void search(Source.Sink sink) {
    int sought = sought();
    if (!searches.isEmpty()) {
      sink.add(sought > 0 ? 1 : 0);
    }
  }

  private void wanted(Source.Sink sink) {
    int sought = sought();
    if (!searches.isEmpty()) {
      sink.add(sought);
    }
  }

  private int sought() {
    int[] sum = new int[1];
    searches.keepIf(reservations -> {
      Integer wanted = reservations.get();
      sum[0] += wanted == null ? 0 : wanted;
      return wanted != null;
    });
    return sum[0];
  }

  private void circuits(Source.Sink sink) {
    for (Open circuit : open) {
      sink.add(1, circuit.direction.label());
    }
  }

  /** One circuit that is open. */
  private final class Open implements Circuit {
    private final Direction direction;
    private final boolean served;
    private final long since = clock.nanos();

    Open(Direction direction, boolean served) {
      this.direction = direction;
      this.served = served;
    }

    @Override
    public void carried(Direction way, long bytes) {
      metrics.counter(RelayFamilies.BYTES, way.label()).add(bytes);
    }

    @Override
    public void closed() {
      if (open.remove(this) && served) {
        metrics.counter(RelayFamilies.CONNECTIONS, "closed").add();
        metrics.histogram(RelayFamilies.DURATION).observeNanos(clock.nanos() - since);
      }
    }
  }

  /** One promise; nobody lists those that stand. */
  private final class Reserved implements Reservation {
    private final Direction direction;
    private final AtomicBoolean over = new AtomicBoolean();

    Reserved(Direction direction) {
      this.direction = direction;
      count("opened");
    }

    @Override
    public void renewed() {
      count("renewed");
    }

    @Override
    public void closed() {
      if (over.compareAndSet(false, true)) {
        count("closed");
      }
    }

    private void count(String action) {
      metrics.counter(RelayFamilies.RESERVATIONS, direction.label(), action).add();
    }
  }
}
