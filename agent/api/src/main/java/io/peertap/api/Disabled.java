package io.peertap.api;

import java.net.SocketAddress;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Takes everything and keeps nothing: one object plays every handle. */
final class Disabled
    implements Telemetry,
        Connections,
        Connection,
        Stream,
        Endpoint,
        Operations,
        Operation,
        Events,
        Event,
        Messages,
        Queues,
        Http,
        Exchange {

  @Override
  public Connections connections() {
    return this;
  }

  @Override
  public void poll(BooleanSupplier over) {}

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
  public void established() {}

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
  public Event breakerFailure() {
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
  public void gossip(GossipAction action, GossipStatus status, String topic) {}

  @Override
  public Registration messages(String queue, LongSupplier depth) {
    return () -> {};
  }

  @Override
  public Registration bytes(String queue, LongSupplier bytes) {
    return () -> {};
  }

  @Override
  public Registration breakers(Supplier<? extends Iterable<BreakerState>> states) {
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
  public void sent(long bytes) {}

  @Override
  public void sentAll() {}

  @Override
  public void aborted() {}
}
