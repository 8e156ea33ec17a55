package io.peertap.operations.ledger;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;

/** One end of a line between two houses. */
final class Courier extends SimpleChannelInboundHandler<String> {

  static final String CALL = "?";

  private static final String ECHO = "!";

  private final House house;

  Courier(House house) {
    this.house = house;
  }

  @Override
  public void channelActive(ChannelHandlerContext line) {
    house.lines.add(line.channel());
    house.met.incrementAndGet();
  }

  @Override
  public void channelInactive(ChannelHandlerContext line) {
    house.lines.remove(line.channel());
    house.parted.incrementAndGet();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext line, String text) {
    switch (text) {
      case CALL -> answer(line);
      case ECHO -> house.probe.echo();
      default -> house.inbox.put(text);
    }
  }

  private void answer(ChannelHandlerContext line) {
    if (!house.mute) {
      ChannelFuture unused = line.writeAndFlush(ECHO + "\n", line.voidPromise());
    }
  }
}
