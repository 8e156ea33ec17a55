package io.peertap.benchmarks.memory;

import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.peertap.benchmarks.Jvm;
import io.peertap.benchmarks.Metrics;
import io.peertap.benchmarks.hook.CountedChannel;
import io.peertap.benchmarks.hook.EternalBuffer;
import io.peertap.benchmarks.hook.InlineLoop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Channels that are open and have been used once. */
public final class ConnectionsHost {

  private static final int SIZE = 64;

  private ConnectionsHost() {}

  /** Takes how many, and the agent's port file where there is an agent. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int count = Integer.parseInt(args[0]);
    EventLoop loop = new InlineLoop();
    EternalBuffer message = new EternalBuffer(SIZE);
    List<CountedChannel> channels = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      CountedChannel channel = new CountedChannel();
      loop.register(channel).syncUninterruptibly();
      channel.pipeline().fireChannelRead(message);
      ChannelFuture unused = channel.writeAndFlush(message, channel.voidPromise());
      channels.add(channel);
    }
    if (args.length > 1) {
      check(Metrics.scrape(Path.of(args[1])), (long) SIZE * channels.size());
    }
    Jvm.say("heap", Heap.used());
    check(channels);
    Jvm.end();
  }

  /** After the measurement, so that they live until then. */
  private static void check(List<CountedChannel> channels) {
    if (!channels.stream().allMatch(CountedChannel::isOpen)) {
      throw new IllegalStateException("not all channels are open");
    }
  }

  private static void check(Metrics metrics, long bytes) {
    long counted = metrics.sum("peertap_received_bytes_total");
    if (counted != bytes) {
      throw new IllegalStateException("the agent counted " + counted + " of " + bytes);
    }
  }
}
