package io.peertap.netty.scenario;

import java.io.IOException;

/** Scenario 7: the server reads nothing and resets while the Netty client reads. */
public final class ResetOnRead extends Scenario {

  @Override
  void play(Stage stage) throws IOException {
    PlainServer server = stage.closing(new PlainServer());
    End client = new Dialer(stage).connect(server.address());
    PlainEnd peer = stage.closing(server.accept());
    Waits.succeeded("write", client.send(stage.number("bytes", 10)));
    client.awaitSent(stage.number("bytes", 10));
    stage.truth().set("port", server.port());
    stage.truth().add("outbound", 1);
    stage.truth().set("sent", client.sent());
    stage.whileOpen();
    peer.reset();
    Waits.closed(client.channel());
    tell(stage.truth(), client);
  }

  private static void tell(Truth truth, End client) {
    truth.set("sent", client.sent());
    truth.set("received", client.received());
    truth.set("exceptionsCaught", (long) client.caught().size());
    client.caught().forEach(truth::cause);
  }
}
