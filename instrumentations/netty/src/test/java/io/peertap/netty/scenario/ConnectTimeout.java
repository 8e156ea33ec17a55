package io.peertap.netty.scenario;

import io.netty.channel.ChannelOption;
import java.io.IOException;

/** Scenario 6: dials to a full backlog, with a connect timeout. */
public final class ConnectTimeout extends Scenario {

  @Override
  void play(Stage stage) throws IOException {
    FullBacklog full = stage.closing(new FullBacklog());
    stage.truth().set("port", full.address().getPort());
    Dialer dialer = new Dialer(stage)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, stage.number("timeoutMillis", 300));
    FailedDial.count(stage, dialer, full.address());
  }
}
