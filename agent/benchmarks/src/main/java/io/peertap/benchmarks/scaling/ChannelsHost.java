package io.peertap.benchmarks.scaling;

import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.peertap.benchmarks.Jvm;
import io.peertap.benchmarks.Metrics;
import io.peertap.benchmarks.Statistics;
import io.peertap.benchmarks.hook.CountedChannel;
import io.peertap.benchmarks.hook.EternalBuffer;
import io.peertap.benchmarks.hook.InlineLoop;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One message to and from each of many channels in turn: what does not fit into a cache shows. */
public final class ChannelsHost {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int SIZE = 64;
  private static final int MESSAGES = 200_000;
  private static final int ROUNDS = 15;

  private ChannelsHost() {}

  /**
   * Takes how many channels, and the agent's port file where there is an agent; says nanoseconds of
   * the thread's CPU time for a message.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<CountedChannel> channels = new ArrayList<>();
    EventLoop loop = new InlineLoop();
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      CountedChannel channel = new CountedChannel();
      loop.register(channel).syncUninterruptibly();
      channels.add(channel);
    }
    EternalBuffer message = new EternalBuffer(SIZE);
    double[] nanos = new double[ROUNDS];
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      double measured = round(channels, message);
      if (round >= 0) {
        nanos[round] = measured;
      }
    }
    if (args.length > 1) {
      int turns = (MESSAGES + channels.size() - 1) / channels.size();
      check(Metrics.scrape(Path.of(args[1])), 2L * ROUNDS * turns * channels.size() * SIZE);
    }
    Jvm.say("nanos", Statistics.median(nanos));
    Jvm.end();
  }

  private static void check(Metrics metrics, long bytes) {
    long received = metrics.sum("peertap_received_bytes_total");
    long sent = metrics.sum("peertap_sent_bytes_total");
    if (received != bytes || sent != bytes) {
      throw new IllegalStateException(
          "the agent counted " + received + " and " + sent + " of " + bytes);
    }
  }

  private static double round(List<CountedChannel> channels, EternalBuffer message) {
    long start = THREADS.getCurrentThreadCpuTime();
    int messages = 0;
    while (messages < MESSAGES) {
      for (CountedChannel channel : channels) {
        channel.pipeline().fireChannelRead(message);
        ChannelFuture unused = channel.writeAndFlush(message, channel.voidPromise());
      }
      messages += channels.size();
    }
    return (double) (THREADS.getCurrentThreadCpuTime() - start) / messages;
  }
}
