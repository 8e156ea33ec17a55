package io.peertap.testapp;

import io.netty.channel.Channel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;
import io.scalecube.cluster.transport.api.Transport;
import io.scalecube.cluster.transport.api.TransportConfig;
import io.scalecube.cluster.transport.api.TransportFactory;
import io.scalecube.transport.netty.TransportImpl;
import java.util.Set;

/**
 * Scalecube's own transport with both its ends tied to one loopback address: the stock ends listen
 * on every address and dial from 127.0.0.1, which makes all nodes of one machine look alike.
 */
final class LoopbackTransport implements TransportFactory {

  /** Bytes of the length in front of each message. */
  static final int LENGTH_FIELD = 4;

  static {
    // A node that leaves closes its sockets at once, not two quiet seconds later.
    System.setProperty("reactor.netty.ioShutdownQuietPeriod", "0");
  }

  private final String host;
  private final Set<Integer> seedPorts;
  private final Truth truth;
  private volatile Transport transport;

  LoopbackTransport(String host, Set<Integer> seedPorts, Truth truth) {
    this.host = host;
    this.seedPorts = seedPorts;
    this.truth = truth;
  }

  @Override
  public Transport createTransport(TransportConfig config) {
    transport = new TransportImpl(
        config.messageCodec(),
        new LoopbackReceiver(host, seedPorts, config, truth),
        new LoopbackSender(host, config, truth),
        config.addressMapper());
    return transport;
  }

  /** The transport of the cluster, which has no way of its own to send a direct message. */
  Transport transport() {
    return transport;
  }

  static void frame(Channel channel, int maxFrameLength) {
    channel
        .pipeline()
        .addFirst(
            new LengthFieldPrepender(LENGTH_FIELD),
            new LengthFieldBasedFrameDecoder(maxFrameLength, 0, LENGTH_FIELD, 0, LENGTH_FIELD));
  }
}
