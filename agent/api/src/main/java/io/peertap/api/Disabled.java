package io.peertap.api;

import java.net.SocketAddress;

/** Takes everything and keeps nothing: one object plays every handle. */
final class Disabled implements Telemetry, Connections, Connection, Stream, Endpoint {

  @Override
  public Connections connections() {
    return this;
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
}
