package io.peertap.netty.scenario;

import java.io.IOException;

/**
 * Scenario 12: the server does not read, so writes pile up and the client becomes unwritable; the
 * hook runs in that state. Then the server reads it all and the client closes.
 */
public final class Backpressure extends Scenario {

  @Override
  void play(Stage stage) throws IOException, InterruptedException {
    Flood flood = new Flood(stage);
    stage.whileOpen();
    flood.peer().drain();
    flood.client().awaitSent(flood.written());
    flood.peer().awaitReceived(flood.written());
    flood.client().close();
    flood.peer().awaitEnd();
    stage.truth().set("sent", flood.client().sent());
    stage.truth().set("receivedByPeer", flood.peer().received());
    stage.truth().set("becameUnwritable", flood.client().unwritable());
  }
}
