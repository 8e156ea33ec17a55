package io.peertap.benchmarks.scaling;

import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.peertap.benchmarks.Jvm;
import io.peertap.benchmarks.Statistics;
import io.peertap.benchmarks.hook.CountedChannel;
import io.peertap.benchmarks.hook.EternalBuffer;
import io.peertap.benchmarks.hook.InlineLoop;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/** One message to and from each of many channels in turn: what does not fit into a cache shows. */
public final class ChannelsHost {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int SIZE = 64;
  private static final int MESSAGES = 200_000;
  private static final int ROUNDS = 15;

  private ChannelsHost() {}

  /** Takes how many channels; says nanoseconds of the thread's CPU time for a message. */
  public static void main(String[] args) {
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
    Jvm.say("nanos", Statistics.median(nanos));
    Jvm.end();
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
