package io.peertap.testapp.agent.drivers;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.io.IOException;

/** Messages of a Netty channel wait, because the peer does not read. */
final class Backlog implements Driver {

  private static final int MESSAGES = 500;
  private static final int BYTES = 65_536;

  private final Dials dials = new Dials();

  Backlog() throws IOException {}

  @Override
  public void begin() throws InterruptedException {
    Channel channel = dials.dial();
    byte[] message = new byte[BYTES];
    for (int i = 0; i < MESSAGES; i++) { // More than both sockets' buffers hold.
      var unused = channel.writeAndFlush(Unpooled.wrappedBuffer(message));
    }
  }

  @Override
  public void close() throws IOException {
    dials.close();
  }
}
