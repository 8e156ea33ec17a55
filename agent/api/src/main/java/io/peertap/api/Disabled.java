package io.peertap.api;

import java.net.SocketAddress;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Takes everything and keeps nothing: one object plays every handle. */
final class Disabled
    implements Telemetry,
        Connections,
        Peers,
        Connection,
        Stream,
        Endpoint,
        Operations,
        Operation,
        Events,
        Event,
        Messages,
        Gossip,
        Queues,
        Pools,
        Breakers,
        Relays,
        Circuit,
        Reservation,
        Http,
        Exchange {

  @Override
  public Connections connections() {
    return this;
  }

  @Override
  public boolean poll(BooleanSupplier over) {
    return false;
  }

  @Override
  public void failed(Throwable failure) {}

  @Override
  public void onLeave(Runnable release) {}

  @Override
  public Connection of(Object carrier) {
    return null;
  }

  @Override
  public Connection opening(
      Object carrier,
      Carrier view,
      Direction direction,
      Transport transport,
      SocketAddress remote) {
    return this;
  }

  @Override
  public void expectHandshake(Object carrier, Security security) {}

  @Override
  public Connection adopted(
      Object carrier,
      Carrier view,
      Direction direction,
      Transport transport,
      SocketAddress remote) {
    return this;
  }

  @Override
  public Endpoint endpoint(Object carrier, Carrier view, Transport transport) {
    return this;
  }

  @Override
  public Stream stream(
      Object carrier, Carrier view, Connection parent, Direction direction, Transport transport) {
    return this;
  }

  @Override
  public void unreached(Transport transport, SocketAddress remote, long nanos, Throwable cause) {}

  @Override
  public Traffic traffic() {
    return new Traffic(nanos -> {});
  }

  @Override
  public void securing(Security security) {}

  @Override
  public String peerName() {
    return null;
  }

  @Override
  public void established() {}

  @Override
  public void upgrading(Object carrier) {}

  @Override
  public void upgraded(Muxer muxer) {}

  @Override
  public void secured(Security security, Muxer muxer) {}

  @Override
  public void identified(String peerId, String agentVersion, String protocolVersion) {}

  @Override
  public void roundTrip(RttSource source, long nanos) {}

  @Override
  public void failed(Phase phase, Throwable cause) {}

  @Override
  public void closing(Side side) {}

  @Override
  public void closed() {}

  @Override
  public void negotiated(String protocol) {}

  @Override
  public void ended(StreamEnd end) {}

  @Override
  public void received(SocketAddress remote, long bytes) {}

  @Override
  public void sent(SocketAddress remote, long bytes) {}

  @Override
  public void carries(SocketAddress remote, Connection connection) {}

  @Override
  public Operations operations() {
    return this;
  }

  @Override
  public Events events() {
    return this;
  }

  @Override
  public Messages messages() {
    return this;
  }

  @Override
  public Queues queues() {
    return this;
  }

  @Override
  public Operation operation(String name, boolean rejectable) {
    return this;
  }

  @Override
  public Operation ping() {
    return this;
  }

  @Override
  public Operation resource(String type) {
    return this;
  }

  @Override
  public Operation discovery(String source) {
    return this;
  }

  @Override
  public Call begin(String kind) {
    return null;
  }

  @Override
  public void rejected(String reason) {}

  @Override
  public Event event(String name) {
    return this;
  }

  @Override
  public Event event(String protocol, String name) {
    return this;
  }

  @Override
  public void happened() {}

  @Override
  public void sent(String protocol, String type, String peer, long bytes) {}

  @Override
  public void received(String protocol, String type, String peer, long bytes) {}

  @Override
  public void heartbeat(Direction direction, String peer) {}

  @Override
  public Registration messages(String queue, LongSupplier depth) {
    return () -> {};
  }

  @Override
  public Registration bytes(String queue, LongSupplier bytes) {
    return () -> {};
  }

  @Override
  public void waited(String queue, long nanos) {}

  @Override
  public Http http() {
    return this;
  }

  @Override
  public Exchange begin(String method, String target) {
    return this;
  }

  @Override
  public void received(long bytes) {}

  @Override
  public void receivedAll() {}

  @Override
  public void answered(int code) {}

  @Override
  public void served(boolean isRoute) {}

  @Override
  public void sent(long bytes) {}

  @Override
  public void sentAll() {}

  @Override
  public void aborted() {}

  @Override
  public Peers peers() {
    return this;
  }

  @Override
  public Gossip gossip() {
    return this;
  }

  @Override
  public Pools pools() {
    return this;
  }

  @Override
  public Breakers breakers() {
    return this;
  }

  @Override
  public Relays relays() {
    return this;
  }

  @Override
  public Stream streamOf(Object carrier) {
    return null;
  }

  @Override
  public void speaks(String protocol) {}

  @Override
  public void packets(long sent, long lost, long retransmitted) {}

  @Override
  public void sampledBy(Sampler sampler) {}

  @Override
  public void failed(Phase phase, Reason reason) {}

  @Override
  public void negotiationFailed(NegotiationFailure why) {}

  @Override
  public void discovered(String source, String peer) {}

  @Override
  public Registration listens(String peer, String address) {
    return () -> {};
  }

  @Override
  public Registration known(LongSupplier peers) {
    return () -> {};
  }

  @Override
  public void failed(String peer, PeerFailure why) {}

  @Override
  public void detected(String peer, Detection how) {}

  @Override
  public void pinged(String peer, Outcome outcome, long nanos) {}

  @Override
  public void roundTrip(String peer, RttSource source, long nanos) {}

  @Override
  public void reputation(String peer, double score) {}

  @Override
  public void identifyExchanged(Direction direction, int protocols, int addresses) {}

  @Override
  public void dialledBack(Direction direction, DialBack answer) {}

  @Override
  public void provedBy(KeyType key) {}

  @Override
  public void takesPushes(boolean supported) {}

  @Override
  public void message(GossipAction action, GossipStatus status, String topic) {}

  @Override
  public void validated(Validation verdict, String topic) {}

  @Override
  public void propagated(String topic, long nanos) {}

  @Override
  public void control(Direction direction, GossipControl control) {}

  @Override
  public void meshChanged(MeshChange change, String reason) {}

  @Override
  public Registration topics(Supplier<? extends Iterable<TopicPeers>> topics) {
    return () -> {};
  }

  @Override
  public void answered(String type, String peer, long nanos) {}

  @Override
  public void failed(String type, MessageFault fault) {}

  @Override
  public void dropped(String queue, DropReason reason, String peer) {}

  @Override
  public Registration pool(String pool, Supplier<PoolState> state) {
    return () -> {};
  }

  @Override
  public void acquired(String pool, Outcome outcome, long nanos) {}

  @Override
  public void reused(String pool, String peer) {}

  @Override
  public void evicted(String pool, Eviction reason) {}

  @Override
  public Registration states(Supplier<? extends Iterable<BreakerState>> states) {
    return () -> {};
  }

  @Override
  public Registration state(String peer, Supplier<BreakerState> state) {
    return () -> {};
  }

  @Override
  public Event failure(String peer) {
    return this;
  }

  @Override
  public Circuit serving() {
    return this;
  }

  @Override
  public Circuit opened(Direction direction) {
    return this;
  }

  @Override
  public void answered(RelayRequest request, RelayAnswer answer) {}

  @Override
  public void asked(boolean refresh, RelayAnswer answer) {}

  @Override
  public Reservation reserved(Direction direction) {
    return this;
  }

  @Override
  public void renewed() {}

  @Override
  public Registration offered(Supplier<Boolean> offering) {
    return () -> {};
  }

  @Override
  public Registration wanted(Supplier<Integer> reservations) {
    return () -> {};
  }

  @Override
  public void carried(Direction direction, long bytes) {}

  @Override
  public <V> Attached<V> attached() {
    return new NothingAttached<>();
  }

  /** Forgets at once. */
  private static final class NothingAttached<V> implements Attached<V> {
    @Override
    public V get(Object key) {
      return null;
    }

    @Override
    public void put(Object key, V value) {}

    @Override
    public V remove(Object key) {
      return null;
    }
  }
}
