package io.peertap.benchmarks.echo;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.CountDownLatch;

/** The side that sends: as many messages as may be in flight, and another for each that returns. */
final class Asking extends ChannelInboundHandlerAdapter {

  private final Exchange exchange;
  private final ByteBuf payload;
  private volatile ChannelHandlerContext context;
  private volatile boolean running;
  private volatile CountDownLatch drained;
  private long unsent;
  private int inFlight;
  private long messages;
  private volatile long returned;

  Asking(Exchange exchange) {
    this.exchange = exchange;
    this.payload = Unpooled.unreleasableBuffer(
        Unpooled.directBuffer(exchange.size()).writeZero(exchange.size()));
  }

  /** Begins to send so many, if it is not told to stop before. */
  void start(long limit) {
    drained = new CountDownLatch(1);
    running = true;
    context.executor().execute(() -> fill(limit));
  }

  /** Sends nothing more, and waits until all messages have returned. */
  void stop() throws InterruptedException {
    running = false;
    join();
  }

  /** Waits until all messages have returned. */
  void join() throws InterruptedException {
    drained.await();
  }

  /** Messages that have returned so far. */
  long returned() {
    return returned;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ReferenceCountUtil.release(message);
    returned = ++messages;
    inFlight--;
    if (running && unsent > 0) {
      send();
    } else if (inFlight == 0) {
      drained.countDown();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.flush();
  }

  private void fill(long limit) {
    unsent = limit;
    while (unsent > 0 && inFlight < exchange.inFlight()) {
      send();
    }
    context.flush();
  }

  private void send() {
    unsent--;
    inFlight++;
    ChannelFuture unused = context.write(payload.duplicate(), context.voidPromise());
  }
}
