package io.peertap.netty.scenario;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;

/** A Netty datagram endpoint that counts by remote port, and may echo. */
final class Datagrams {

  private final Truth truth;
  private final boolean echoing;
  private final AtomicLong received = new AtomicLong();
  private final Channel channel;
  private final InetSocketAddress connected;

  private Datagrams(Stage stage, boolean echoing, InetSocketAddress connected) {
    this.truth = stage.truth();
    this.echoing = echoing;
    this.connected = connected;
    Bootstrap bootstrap = new Bootstrap()
        .group(stage.clients())
        .channel(stage.transports().datagram())
        .handler(new Inbound());
    this.channel = Waits.succeeded(
        "bind or connect",
        connected == null ? bootstrap.bind(Server.anyPort()) : bootstrap.connect(connected));
  }

  static Datagrams bound(Stage stage, boolean echoing) {
    return new Datagrams(stage, echoing, null);
  }

  static Datagrams connected(Stage stage, InetSocketAddress remote) {
    return new Datagrams(stage, false, remote);
  }

  /** Sends one packet and waits for the echo of the same size. */
  void exchange(InetSocketAddress remote, int bytes) {
    long expected = received.get() + bytes;
    Waits.succeeded("send", send(remote, Unpooled.wrappedBuffer(new byte[bytes])));
    Waits.until("echo of " + bytes, () -> received.get() == expected);
  }

  private ChannelFuture send(InetSocketAddress remote, ByteBuf bytes) {
    int size = bytes.readableBytes();
    Object packet = connected == null ? new DatagramPacket(bytes, remote) : bytes;
    return channel.writeAndFlush(packet).addListener((ChannelFutureListener) future -> {
      if (future.isSuccess()) {
        truth.add("sentTo", remote.getPort(), size);
        truth.add("packetsSentTo", remote.getPort(), 1);
      }
    });
  }

  InetSocketAddress address() {
    return (InetSocketAddress) channel.localAddress();
  }

  void close() {
    Waits.done("close", channel.close());
  }

  private final class Inbound extends SimpleChannelInboundHandler<DatagramPacket> {

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
      int size = packet.content().readableBytes();
      truth.add("receivedFrom", packet.sender().getPort(), size);
      truth.add("packetsReceivedFrom", packet.sender().getPort(), 1);
      if (echoing) {
        ChannelFuture unused = send(packet.sender(), packet.content().retain());
      }
      received.addAndGet(size);
    }
  }
}
