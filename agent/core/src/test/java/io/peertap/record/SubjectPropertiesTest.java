package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.BreakerState;
import io.peertap.api.Call;
import io.peertap.api.Circuit;
import io.peertap.api.Connection;
import io.peertap.api.Detection;
import io.peertap.api.Direction;
import io.peertap.api.DropReason;
import io.peertap.api.Eviction;
import io.peertap.api.Exchange;
import io.peertap.api.GossipAction;
import io.peertap.api.GossipStatus;
import io.peertap.api.MessageFault;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import io.peertap.api.PeerFailure;
import io.peertap.api.PoolState;
import io.peertap.api.Queues;
import io.peertap.api.RttSource;
import io.peertap.dialect.Definition;
import io.peertap.dialect.Dialects;
import io.peertap.dialect.Samples;
import io.peertap.metric.Numbers;
import io.peertap.metric.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds at every scrape, whatever is told of everything beside connections and their streams;
 * and every metric of the source documents is what its definition makes of that scrape.
 */
class SubjectPropertiesTest {

  private static final int STEPS = 2000;
  private static final int SLOTS = 4;
  private static final int PEERS = 9;
  private static final long LONGEST = 20_000_000_000L;
  private static final List<String> SYSTEMS = List.of("zerostate", "blixard", "collector", "keep");

  private final Tables tables = new Tables(SLOTS, 5);
  private final Records records = tables.records;
  private final Dialects dialects = new Dialects();
  private final Invariants invariants = new Invariants();
  private final List<Object> carriers = new ArrayList<>();
  private final List<Runnable> ends = new ArrayList<>();
  private SplittableRandom random;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyScrapeIsTrue(long seed) {
    random = new SplittableRandom(seed);
    for (int i = 0; i < STEPS; i++) {
      step();
      if (random.nextInt(50) == 0) {
        check();
      }
    }
    ends.forEach(Runnable::run);
    for (int i = 0; i < 1000; i++) {
      tables.clock.pass(Duration.ofSeconds(5));
      records.tick();
    }

    Numbers numbers = check();
    for (String gauge : List.of(
        "connections",
        "operations_active",
        "resource_transfers_active",
        "http_requests_active",
        "queue_messages",
        "queue_bytes",
        "pool_connections",
        "pool_utilization_ratio",
        "circuit_breakers",
        "relay_circuits",
        "peers_connected",
        "peers_known",
        "quic_packet_loss_ratio",
        "throughput_bytes_per_second")) {
      assertThat(numbers.sum(gauge)).as(gauge).isZero();
    }
  }

  private void step() {
    switch (random.nextInt(12)) {
      case 0 -> connect();
      case 1 -> messages();
      case 2 -> verdicts();
      case 3 -> pools();
      case 4 -> breakers();
      case 5 -> relays();
      case 6 -> gossip();
      case 7 -> operation(records.operations().resource(name("type")));
      case 8 ->
        operation(one(
            records.operations().operation("signing", true),
            records.operations().discovery(name("source")),
            records.operations().ping()));
      case 9 -> request();
      case 10 -> queuesAndEvents();
      default -> pass();
    }
  }

  private void connect() {
    FakeCarrier carrier = new FakeCarrier();
    carriers.add(carrier); // The tables hold it weakly.
    Connection connection =
        tables.connected(carrier, one(Direction.values()), "192.0.2." + random.nextInt(PEERS));
    connection.identified(peer(), "agent/" + random.nextInt(3), "p/" + random.nextInt(3));
    long sent = 1 + random.nextLong(1000);
    long lost = random.nextLong(sent);
    connection.packets(sent, lost, random.nextLong(lost + 1));
    later(connection::closed);
  }

  private void messages() {
    String type = name("type");
    switch (random.nextInt(5)) {
      case 0 -> records.messages().received(name("protocol"), type, peer(), random.nextInt(5000));
      case 1 -> records.messages().answered(type, peer(), nanos());
      case 2 -> records.messages().failed(type, one(MessageFault.values()));
      case 3 -> records.messages().dropped(name("queue"), one(DropReason.values()), peer());
      default -> records.messages().heartbeat(one(Direction.values()), peer());
    }
  }

  private void verdicts() {
    switch (random.nextInt(6)) {
      case 0 -> records.peers().discovered(name("source"), peer());
      case 1 -> records.peers().failed(peer(), one(PeerFailure.values()));
      case 2 -> records.peers().detected(peer(), one(Detection.values()));
      case 3 -> records.peers().pinged(peer(), one(Outcome.values()), nanos());
      case 4 -> records.peers().roundTrip(peer(), one(RttSource.values()), nanos());
      default -> records.peers().reputation(peer(), random.nextInt(100));
    }
  }

  private void pools() {
    String pool = name("pool");
    switch (random.nextInt(4)) {
      case 0 -> {
        PoolState state = new PoolState(random.nextInt(9), random.nextInt(9));
        until(records.pools().pool(pool, () -> state));
      }
      case 1 -> records.pools().acquired(pool, one(Outcome.values()), nanos());
      case 2 -> records.pools().reused(pool, peer());
      default -> records.pools().evicted(pool, one(Eviction.values()));
    }
  }

  private void breakers() {
    BreakerState state = one(BreakerState.values());
    until(records.breakers().state(peerOrNobody(), () -> state));
    until(records.breakers().states(() -> List.of(state)));
    records.breakers().failure(peerOrNobody()).happened();
  }

  private void relays() {
    Circuit circuit = random.nextBoolean()
        ? records.relays().serving()
        : records.relays().opened(one(Direction.values()));
    circuit.carried(one(Direction.values()), random.nextInt(5000));
    later(circuit::closed);
  }

  private void gossip() {
    records.gossip().message(one(GossipAction.values()), one(GossipStatus.values()), name("topic"));
    records.gossip().propagated(name("topic"), nanos());
  }

  private void operation(Operation operation) {
    Call call = operation.begin(null);
    if (call == null) {
      return; // This thread is inside it already.
    }
    call.peer(peer());
    call.amount(random.nextInt(5000));
    Call open = call.later();
    Outcome outcome = one(Outcome.values());
    later(() -> open.ended(outcome, null));
  }

  private void request() {
    Exchange exchange = records.http().begin("GET", "/files/" + random.nextInt(9));
    exchange.received(random.nextInt(100));
    exchange.receivedAll();
    later(() -> {
      exchange.answered(200);
      exchange.sent(77);
      exchange.sentAll();
    });
  }

  private void queuesAndEvents() {
    long waiting = random.nextInt(9);
    until(records.queues().messages(one("incoming", "outbound"), () -> waiting));
    until(records.queues().bytes("outbound", () -> waiting * 100));
    records.queues().waited(one("incoming", "outbound"), nanos());
    records.events().event(one("task", "health"), name("event")).happened();
    records.events().event("dkg_validation").happened();
  }

  private void pass() {
    tables.clock.pass(Duration.ofMillis(random.nextInt(20_000)));
    records.tick();
    while (!ends.isEmpty() && random.nextInt(4) > 0) {
      ends.remove(random.nextInt(ends.size())).run();
    }
  }

  private Numbers check() {
    Snapshot snapshot = tables.metrics.snapshot();
    Snapshot shown = dialects.view(SYSTEMS).of(snapshot);
    for (Definition definition : Definition.all()) {
      Samples.assertSame(
          Samples.nonZero(definition.in(shown)), Samples.nonZero(definition.of(snapshot)));
    }
    return invariants.check(snapshot);
  }

  private void until(Queues.Registration registration) {
    later(registration::close);
  }

  private void later(Runnable end) {
    ends.add(end);
  }

  private String peer() {
    return "id" + random.nextInt(PEERS);
  }

  private String peerOrNobody() {
    return random.nextBoolean() ? peer() : null;
  }

  private String name(String of) {
    return of + random.nextInt(8);
  }

  private long nanos() {
    return random.nextLong(LONGEST);
  }

  @SafeVarargs
  private <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }
}
