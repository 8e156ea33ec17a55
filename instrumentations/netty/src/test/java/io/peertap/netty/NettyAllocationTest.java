package io.peertap.netty;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.DefaultEventLoop;
import io.peertap.test.InProcessAgent;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In the steady state, counting allocates nothing. */
class NettyAllocationTest {

  private static final int EVENTS = 100_000;

  /** What one-off work of the JVM may take; far below one byte per event. */
  private static final long SLACK = 10_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final ByteBuf message = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(new byte[64]));
  private final DefaultEventLoop loop = new DefaultEventLoop();

  @AfterEach
  void stop() {
    loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
  }

  @Test
  void read_allocatesNothing() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("")) {
      Channel channel = open();
      allocated(channel, this::read);
      assertThat(allocated(channel, this::read)).isLessThan(SLACK);
      assertThat(agent.scrape().sum("received_bytes_total")).isEqualTo(2.0 * EVENTS * 64);
      channel.close().sync();
    }
  }

  @Test
  void writeAndFlush_allocateNothing() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("")) {
      Channel channel = open();
      allocated(channel, this::write);
      assertThat(allocated(channel, this::write)).isLessThan(SLACK);
      assertThat(agent.scrape().sum("sent_bytes_total")).isEqualTo(2.0 * EVENTS * 64);
      assertThat(agent.scrape().sum("queue_wait_seconds")).isEqualTo(Math.ceil(2.0 * EVENTS / 64));
      channel.close().sync();
    }
  }

  private void read(Channel channel) {
    channel.pipeline().fireChannelRead(message);
  }

  private void write(Channel channel) {
    ChannelFuture unused = channel.writeAndFlush(message, channel.voidPromise());
  }

  private Channel open() {
    CountedChannel channel = new CountedChannel();
    channel.pipeline().addLast(new Sink());
    loop.register(channel).syncUninterruptibly();
    return channel;
  }

  private long allocated(Channel channel, Consumer<Channel> event) throws Exception {
    return loop.submit(() -> {
          long thread = Thread.currentThread().getId();
          long before = threads.getThreadAllocatedBytes(thread);
          for (int i = 0; i < EVENTS; i++) {
            event.accept(channel);
          }
          return threads.getThreadAllocatedBytes(thread) - before;
        })
        .get();
  }

  /** Takes every message and does nothing. */
  private static final class Sink extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {}
  }
}
