package io.peertap.netty.scenario;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Scenario 5: dials to a loopback port on which nobody listens. */
public final class Refused extends Scenario {

  @Override
  void play(Stage stage) throws IOException {
    PlainServer closed = new PlainServer();
    InetSocketAddress address = closed.address();
    closed.close();
    stage.truth().set("port", address.getPort());
    FailedDial.count(stage, new Dialer(stage), address);
  }
}
