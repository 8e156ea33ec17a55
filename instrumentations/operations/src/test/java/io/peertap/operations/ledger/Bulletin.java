package io.peertap.operations.ledger;

import io.netty.channel.Channel;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;

/** Tells all who are on the line. */
final class Bulletin {

  final AtomicLong posted = new AtomicLong();

  private final Collection<Channel> lines;

  Bulletin(Collection<Channel> lines) {
    this.lines = lines;
  }

  void post(String notice) throws InterruptedException {
    if (lines.isEmpty()) {
      throw new IllegalStateException("nobody listens");
    }
    for (Channel line : lines) {
      line.writeAndFlush(notice + "\n").sync();
    }
    posted.incrementAndGet();
  }
}
