package io.peertap.netty.scenario;

import java.io.IOException;

/**
 * Scenario 13: the client closes while writes are pending, after the hook has run. What the kernel
 * had taken still arrives.
 */
public final class ClosePending extends Scenario {

  @Override
  void play(Stage stage) throws IOException, InterruptedException {
    Flood flood = new Flood(stage);
    stage.whileOpen();
    flood.client().close();
    Waits.until("all writes end", () -> flood.client().pendingWrites() == 0);
    flood.peer().drain().awaitEnd();
    Truth truth = stage.truth();
    truth.set("sent", flood.client().sent());
    truth.set("receivedByPeer", flood.peer().received());
    truth.set("writesFailed", flood.client().writesFailed());
    truth.set("bytesFailed", flood.client().bytesFailed());
    truth.cause(flood.client().writeFailure());
  }
}
