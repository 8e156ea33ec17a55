package io.peertap.netty.scenario;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import java.io.IOException;

/**
 * Scenario 8: the Netty client does not read, the server resets, and a write of the client finds
 * out. A native transport notices by itself; the write may then fail before it reaches the
 * transport.
 */
public final class ResetOnWrite extends Scenario {

  @Override
  void play(Stage stage) throws IOException {
    PlainServer server = stage.closing(new PlainServer());
    Dialer dialer = new Dialer(stage).option(ChannelOption.AUTO_READ, false);
    End client = dialer.connect(server.address());
    PlainEnd peer = stage.closing(server.accept());
    Waits.succeeded("write", client.send(stage.number("bytes", 10)));
    client.awaitSent(stage.number("bytes", 10));
    stage.truth().set("port", server.port());
    stage.truth().add("outbound", 1);
    stage.truth().set("sent", client.sent());
    stage.whileOpen();
    peer.reset();
    stage.truth().cause(writeUntilFailure(client, stage.number("bytes", 10)));
    Waits.closed(client.channel());
    tell(stage.truth(), client);
  }

  private static Throwable writeUntilFailure(End client, int bytes) {
    ChannelFuture write;
    do {
      write = client.send(bytes);
      Waits.done("write", write);
    } while (write.isSuccess());
    return write.cause();
  }

  private static void tell(Truth truth, End client) {
    truth.set("sent", client.sent());
    truth.set("writesFailed", 1L);
    truth.set("exceptionsCaught", (long) client.caught().size());
  }
}
