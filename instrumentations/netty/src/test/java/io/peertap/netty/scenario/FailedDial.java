package io.peertap.netty.scenario;

import io.netty.channel.ChannelFuture;
import java.net.SocketAddress;

/** Dials that are expected to fail; tells how many did and why. */
final class FailedDial {

  private FailedDial() {}

  static void count(Stage stage, Dialer dialer, SocketAddress remote) {
    Truth truth = stage.truth();
    for (int i = 0; i < stage.number("attempts", 1); i++) {
      ChannelFuture dial = dialer.dial(remote, new End(false));
      Waits.done("dial", dial);
      Waits.closed(dial.channel());
      truth.add("attempts", 1);
      truth.add("failed", dial.isSuccess() ? 0 : 1);
      truth.cause(dial.cause());
    }
  }
}
