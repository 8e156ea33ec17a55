package io.peertap.benchmarks.memory;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.peertap.benchmarks.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server with one connection over which nothing is said. */
public final class IdleHost {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";
  private static final double KIB = 1024;

  /** Agents that start in the background have started by then. */
  private static final long SETTLED_MILLIS = 2000;

  private IdleHost() {}

  /** Connects, rests, and says what it uses; with any argument what is tracked as native, too. */
  public static void main(String[] args) throws Exception {
    NioEventLoopGroup loops = new NioEventLoopGroup(1);
    Channel server = new ServerBootstrap()
        .group(loops)
        .channel(NioServerSocketChannel.class)
        .childHandler(new Silent())
        .bind("127.0.0.1", 0)
        .sync()
        .channel();
    new Bootstrap()
        .group(loops)
        .channel(NioSocketChannel.class)
        .handler(new Silent())
        .connect(server.localAddress())
        .sync();
    Thread.sleep(SETTLED_MILLIS);
    Jvm.say("rss", resident());
    Jvm.say("heap", Heap.used());
    Jvm.say("nonheap", Heap.nonHeap());
    Jvm.say("metaspace", Heap.metaspace());
    if (args.length > 0) {
      Jvm.say("native", Native.committed());
    }
    Jvm.end();
  }

  private static double resident() throws IOException {
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith(RESIDENT)) {
        String kib = line.substring(RESIDENT.length()).replace("kB", "").strip();
        return Double.parseDouble(kib) * KIB;
      }
    }
    throw new IOException("no " + RESIDENT + " in " + STATUS);
  }

  /** Says nothing. */
  private static final class Silent extends ChannelInboundHandlerAdapter {}
}
