package io.peertap.netty.scenario;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One end of a connection and what went through it, counted at the top of the pipeline. An echoing
 * end sends back whatever it gets.
 */
class End extends ChannelDuplexHandler {

  private final boolean echoing;
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong writes = new AtomicLong();
  private final AtomicLong writesSent = new AtomicLong();
  private final AtomicLong writesFailed = new AtomicLong();
  private final AtomicLong bytesFailed = new AtomicLong();
  private final AtomicLong unwritable = new AtomicLong();
  private final Queue<Throwable> caught = new ConcurrentLinkedQueue<>();
  private final Queue<Object> events = new ConcurrentLinkedQueue<>();
  private volatile boolean connecting;
  private volatile SslHandler tls;
  private volatile Channel channel;
  private volatile Throwable writeFailure;
  private volatile int remotePort;

  End(boolean echoing) {
    this.echoing = echoing;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    tls = ctx.pipeline().get(SslHandler.class);
    channel = ctx.channel();
  }

  @Override
  public void connect(
      ChannelHandlerContext ctx, SocketAddress remote, SocketAddress local, ChannelPromise promise)
      throws Exception {
    super.connect(ctx, remote, local, promise);
    connecting = true;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) throws Exception {
    remotePort = portOf(ctx.channel().remoteAddress());
    super.channelActive(ctx);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    received.addAndGet(bytes.readableBytes());
    if (echoing) {
      ChannelFuture unused = write(bytes);
    } else {
      bytes.release();
    }
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
      throws Exception {
    int size = ((ByteBuf) message).readableBytes();
    writes.incrementAndGet();
    promise.addListener((ChannelFutureListener) future -> written(future, size));
    super.write(ctx, message, promise);
  }

  private void written(ChannelFuture future, int size) {
    if (future.isSuccess()) {
      sent.addAndGet(size);
      writesSent.incrementAndGet();
    } else {
      writeFailure = future.cause();
      bytesFailed.addAndGet(size);
      writesFailed.incrementAndGet();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) throws Exception {
    if (!ctx.channel().isWritable()) {
      unwritable.incrementAndGet();
    }
    super.channelWritabilityChanged(ctx);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    events.add(event.getClass().getSimpleName());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    caught.add(cause);
  }

  /** Writes without waiting. */
  ChannelFuture send(int bytes) {
    return write(Unpooled.wrappedBuffer(new byte[bytes]));
  }

  private ChannelFuture write(ByteBuf bytes) {
    return channel.writeAndFlush(bytes);
  }

  /** Closes and waits for it. */
  void close() {
    Waits.done("close", channel.close());
  }

  void awaitConnecting() {
    Waits.until("dial reaches the transport", () -> connecting);
  }

  void awaitReceived(long total) {
    Waits.until("received " + total + " by " + channel, () -> received.get() >= total);
  }

  void awaitSent(long total) {
    Waits.until("sent " + total + " by " + channel, () -> sent.get() >= total);
  }

  void awaitEvent(String name) {
    Waits.until(name, () -> events.contains(name));
  }

  Channel channel() {
    return channel;
  }

  /** The handler below this one, if any; also known after the channel is closed. */
  SslHandler tls() {
    return tls;
  }

  int localPort() {
    return portOf(channel.localAddress());
  }

  /** Still known after the channel is closed. */
  int remotePort() {
    return remotePort;
  }

  long received() {
    return received.get();
  }

  long sent() {
    return sent.get();
  }

  long writes() {
    return writes.get();
  }

  long writesSent() {
    return writesSent.get();
  }

  long writesFailed() {
    return writesFailed.get();
  }

  long bytesFailed() {
    return bytesFailed.get();
  }

  long pendingWrites() {
    return writes.get() - writesSent.get() - writesFailed.get();
  }

  /** How often the channel went from writable to unwritable. */
  long unwritable() {
    return unwritable.get();
  }

  Throwable writeFailure() {
    return writeFailure;
  }

  Queue<Throwable> caught() {
    return caught;
  }

  static int portOf(SocketAddress address) {
    return address instanceof InetSocketAddress inet ? inet.getPort() : 0;
  }
}
