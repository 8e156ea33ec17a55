package io.peertap.operations.ledger;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.codec.string.StringDecoder;
import io.netty.handler.codec.string.StringEncoder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** One house of the guild, with lines to others: TCP on loopback, a letter per line of text. */
final class House {

  private static final int LONGEST = 1024;

  final AtomicLong met = new AtomicLong();
  final AtomicLong parted = new AtomicLong();
  final Collection<Channel> lines = new CopyOnWriteArrayList<>();
  final Inbox inbox = new Inbox();
  final List<Desk> desks = List.of(new Desk(), new Desk());
  final Bulletin bulletin = new Bulletin(lines);
  final EchoProbe probe = new EchoProbe();
  final boolean mute;

  private final EventLoopGroup loops;
  private final Channel door;

  /** A house that is mute never answers a call. */
  House(EventLoopGroup loops, boolean mute) throws InterruptedException {
    this.loops = loops;
    this.mute = mute;
    door = new ServerBootstrap()
        .group(loops)
        .channel(NioServerSocketChannel.class)
        .childHandler(courier())
        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .sync()
        .channel();
  }

  /** Opens a line to another house. */
  Channel call(House other) throws InterruptedException {
    return new Bootstrap()
        .group(loops)
        .channel(NioSocketChannel.class)
        .handler(courier())
        .connect(other.door.localAddress())
        .sync()
        .channel();
  }

  /** Lays the first letters of the inbox on the desks, in turn. */
  void sort(int letters) {
    for (int i = 0; i < letters; i++) {
      desks.get(i % desks.size()).lay(inbox.take());
    }
  }

  long lettersLaid() {
    return desks.stream().mapToLong(desk -> desk.laid.get()).sum();
  }

  long lettersUnread() {
    return desks.stream().mapToLong(Desk::size).sum();
  }

  /** Closes its door and its ends of all lines. */
  void shut() throws InterruptedException {
    door.close().sync();
    for (Channel line : lines) {
      line.close().sync();
    }
  }

  private ChannelInitializer<Channel> courier() {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel line) {
        line.pipeline()
            .addLast(new LineBasedFrameDecoder(LONGEST), new StringDecoder(), new StringEncoder())
            .addLast(new Courier(House.this));
      }
    };
  }
}
