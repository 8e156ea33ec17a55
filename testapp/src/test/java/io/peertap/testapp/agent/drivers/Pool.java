package io.peertap.testapp.agent.drivers;

import io.netty.channel.Channel;
import io.netty.channel.pool.AbstractChannelPoolHandler;
import io.netty.channel.pool.SimpleChannelPool;
import java.io.IOException;

/** A pool of Netty's: one channel is used again and then idle, a broken one is thrown away. */
final class Pool implements Driver {

  private final Dials dials = new Dials();
  private SimpleChannelPool pool;

  Pool() throws IOException {}

  @Override
  public void begin() throws InterruptedException {
    pool = new SimpleChannelPool(dials.bootstrap(), new AbstractChannelPoolHandler() {
      @Override
      public void channelCreated(Channel channel) {}
    });
    Channel broken = pool.acquire().sync().getNow();
    for (int use = 0; use < 2; use++) {
      pool.release(pool.acquire().sync().getNow()).sync();
    }
    broken.close().sync();
    pool.release(broken).await(); // Fails: it is of no use.
  }

  @Override
  public void close() throws IOException {
    pool.close();
    dials.close();
  }
}
