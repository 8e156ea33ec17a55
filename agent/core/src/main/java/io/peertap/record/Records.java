package io.peertap.record;

import io.peertap.api.Attached;
import io.peertap.api.Breakers;
import io.peertap.api.Carrier;
import io.peertap.api.Connections;
import io.peertap.api.Events;
import io.peertap.api.Gossip;
import io.peertap.api.Http;
import io.peertap.api.Messages;
import io.peertap.api.Operations;
import io.peertap.api.Peers;
import io.peertap.api.Pools;
import io.peertap.api.Queues;
import io.peertap.api.Relays;
import io.peertap.api.Sampler;
import io.peertap.api.Telemetry;
import io.peertap.metric.AgentFamilies;
import io.peertap.metric.Counter;
import io.peertap.metric.Metrics;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.StreamFamilies;
import io.peertap.metric.TrafficFamilies;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * All that hooks tell, by subject, and what is done to whatever is alive: gauges are computed from
 * it whenever somebody asks.
 */
public final class Records implements Telemetry {

  private final Metrics metrics;
  private final RecordSettings settings;
  private final Clock clock;
  private final PeerTable peers;
  private final PeerRecords toldOfPeers;
  private final Counter errors;
  private final Limiter protocols;
  private final Limiter connectionProtocols;
  private final Limiter loops;
  private final SoftwareNames software;
  private final ConnectionRecords connections;
  private final LiveTable alive;
  private final List<Reference<Runnable>> leavers = new CopyOnWriteArrayList<>();
  private final Counter listenerErrors;
  private final OperationRecords operations;
  private final EventRecords events;
  private final MessageRecords messages;
  private final PerPeer connectionsPerPeer;
  private final PerPeer streamsPerPeer;
  private final GossipRecords gossip;
  private final QueueRecords queues;
  private final PoolRecords pools;
  private final BreakerRecords breakers;
  private final RelayRecords relays;
  private final HttpRecords http;
  private final Polls polls;

  /** Empty tables that count into these metrics. */
  public Records(Metrics metrics, RecordSettings settings, Clock clock) {
    Consumer<Throwable> failed = this::failed;
    this.metrics = metrics;
    this.settings = settings;
    this.clock = clock;
    this.polls = new Polls(failed, clock);
    this.peers = new PeerTable(
        metrics,
        settings.peerNames(),
        settings.peerSlots(),
        settings.peerGrace().toNanos(),
        clock);
    this.connections = new ConnectionRecords(this, peers);
    this.alive = connections.alive();
    this.errors = metrics.counter(AgentFamilies.ERRORS, "carrier");
    this.listenerErrors = metrics.counter(AgentFamilies.ERRORS, "listener");
    this.protocols = new Limiter(metrics, StreamFamilies.OPENED, settings.labelValues());
    this.loops = new Limiter(metrics, TrafficFamilies.LOOP_TASKS, settings.labelValues());
    int labelValues = settings.labelValues();
    this.connectionProtocols = new Limiter(metrics, TrafficFamilies.SENT, labelValues);
    this.toldOfPeers = new PeerRecords(metrics, peers, labelValues, failed, connections::listens);
    this.software = new SoftwareNames(metrics, labelValues);
    this.operations = new OperationRecords(metrics, peers, toldOfPeers, clock, labelValues);
    this.events = new EventRecords(metrics, labelValues);
    this.messages = new MessageRecords(metrics, peers, labelValues);
    this.connectionsPerPeer =
        new PerPeer(metrics, PeerFamilies.CONNECTIONS, PeerFamilies.CONNECTIONS_BEFORE);
    this.streamsPerPeer = new PerPeer(metrics, PeerFamilies.STREAMS, PeerFamilies.STREAMS_BEFORE);
    this.gossip = new GossipRecords(metrics, labelValues, failed);
    this.queues = new QueueRecords(metrics, labelValues, failed);
    this.pools = new PoolRecords(metrics, peers, labelValues, failed);
    this.breakers = new BreakerRecords(metrics, peers, failed);
    this.relays = new RelayRecords(metrics, clock, failed);
    this.http = new HttpRecords(metrics, clock, labelValues);
    metrics.prepare(this::publish);
  }

  private void publish() {
    toldOfPeers.publish();
    operations.publish();
    gossip.publish();
    queues.publish();
    pools.publish();
    breakers.publish();
    relays.publish();
    http.publish();
    metrics.harvest(this::harvest);
    Gauges.register(this);
  }

  @Override
  public Connections connections() {
    return connections;
  }

  /** The same, for those who keep the tables. */
  ConnectionRecords connectionRecords() {
    return connections;
  }

  @Override
  public Peers peers() {
    return toldOfPeers;
  }

  @Override
  public Operations operations() {
    return operations;
  }

  @Override
  public Events events() {
    return events;
  }

  @Override
  public Messages messages() {
    return messages;
  }

  @Override
  public Gossip gossip() {
    return gossip;
  }

  @Override
  public Queues queues() {
    return queues;
  }

  @Override
  public Pools pools() {
    return pools;
  }

  @Override
  public Breakers breakers() {
    return breakers;
  }

  @Override
  public Relays relays() {
    return relays;
  }

  @Override
  public <V> Attached<V> attached() {
    return new AttachedRecords<>();
  }

  @Override
  public Http http() {
    return http;
  }

  @Override
  public boolean poll(BooleanSupplier over) {
    return polls.add(over);
  }

  /** Asks what is polled and due, on one thread at a time; answers whether any of it remains. */
  public boolean poll() {
    return polls.ask();
  }

  /**
   * Says what runs, on any thread, when something is to be polled.
   *
   * @param wake runs when there was nothing and now is
   * @param full runs once, when there is more than can be polled
   */
  public void onPoll(Runnable wake, Runnable full) {
    polls.onFirst(wake);
    polls.onFull(full);
  }

  /** What runs now, the longest first, 1,000 at most. */
  public List<OperationView> runningOperations() {
    return operations.list();
  }

  @Override
  public void failed(Throwable failure) {
    listenerErrors.add();
  }

  @Override
  public void onLeave(Runnable release) {
    leavers.add(new WeakReference<>(release));
  }

  /** Every connection that is alive, oldest first. */
  public List<ConnectionView> list() {
    long now = clock.nanos();
    List<ConnectionView> views = new ArrayList<>();
    for (Live live : alive.all()) {
      if (live instanceof ConnectionRecord connection) {
        connection.harvest(now);
        views.add(connection.view(now));
      }
    }
    views.sort(Comparator.comparingLong(ConnectionView::id));
    return views;
  }

  /** Every peer that is connected, or was within the grace time, by name. */
  public List<PeerView> peerList() {
    Map<String, PeerView> views = new TreeMap<>();
    for (Peer peer : peers.known()) {
      views.put(peer.name(), PeerView.of(peer, settings.health()));
    }
    for (ConnectionView connection : list()) {
      views.computeIfPresent(connection.peer(), (name, view) -> view.with(connection));
    }
    views.values().removeIf(view -> view.connections() == 0 && view.health() == null);
    return new ArrayList<>(views.values());
  }

  /** Connections, streams and datagram sockets that are alive. */
  public int size() {
    return alive.size();
  }

  /** Peers that are alive or have a slot. */
  public int peerCount() {
    return peers.size();
  }

  /** Brings in what event loops counted, closes what vanished, and lets averages and slots follow. */
  public void tick() {
    harvest();
    if (peers.tick()) {
      harvest(); // What moves from now on is counted in the new slots.
    }
    for (Live live : alive.all()) {
      if (live.isLost(live.carrier() == null || !ask(live, Carrier::isOpen, true))) {
        live.lost();
      }
    }
    operations.sweep();
    metrics.retireSlots();
  }

  /** Asks every transport that offers it for a round-trip time. */
  public void sampleRoundTrips() {
    for (Live live : alive.all()) {
      if (live instanceof ConnectionRecord connection) {
        tell(live, (view, carrier) -> view.sampleRoundTrip(carrier, connection));
        Sampler sampler = connection.sampler();
        if (sampler != null) {
          tell(live, (view, carrier) -> sampler.sample(carrier, connection));
        }
      }
    }
  }

  /** Takes the agent's state out of every carrier; the tables are of no use any more. */
  public void release() {
    for (Reference<Runnable> leaver : leavers) {
      Runnable release = leaver.get();
      if (release != null) {
        release.run();
      }
    }
    for (Live live : alive.all()) {
      for (Carrier view : live.views()) {
        tell(live, (first, carrier) -> view.release(carrier));
      }
    }
    alive.clear();
    operations.release();
    queues.release();
    toldOfPeers.release();
    gossip.release();
    pools.release();
    breakers.release();
    relays.release();
    polls.release();
  }

  /** Asks the library about a carrier; what it throws is counted, and is no answer. */
  <T> T ask(Live live, BiFunction<Carrier, Object, T> question, T otherwise) {
    Object carrier = live.carrier();
    try {
      return carrier == null ? otherwise : question.apply(live.view(), carrier);
    } catch (RuntimeException | LinkageError e) { // A loop that shuts down rejects, for one.
      errors.add();
      return otherwise;
    }
  }

  private void tell(Live live, BiConsumer<Carrier, Object> order) {
    ask(
        live,
        (view, carrier) -> {
          order.accept(view, carrier);
          return null;
        },
        null);
  }

  Metrics metrics() {
    return metrics;
  }

  RecordSettings settings() {
    return settings;
  }

  Clock clock() {
    return clock;
  }

  PeerTable peerTable() {
    return peers;
  }

  /** What is told of peers beyond their connections. */
  PeerRecords toldOfPeers() {
    return toldOfPeers;
  }

  PerPeer connectionsPerPeer() {
    return connectionsPerPeer;
  }

  PerPeer streamsPerPeer() {
    return streamsPerPeer;
  }

  /** Whether no pool of the application is known. */
  boolean keepsNoPool() {
    return pools.isEmpty();
  }

  /** Connections, streams and datagram sockets. */
  List<Live> alive() {
    return alive.all();
  }

  long idleNanos() {
    return settings.idleAfter().toNanos();
  }

  SoftwareNames software() {
    return software;
  }

  String limitProtocol(String protocol) {
    return protocols.limit(protocol);
  }

  String limitConnectionProtocol(String protocol) {
    return connectionProtocols.limit(protocol);
  }

  String limitLoop(String loop) {
    return loops.limit(loop);
  }

  private void harvest() {
    long now = clock.nanos();
    for (Live live : alive.all()) {
      live.harvest(now);
    }
  }
}
