package io.peertap.netty.scenario;

import io.netty.channel.ChannelFuture;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;

/**
 * Scenario 10: a dial is cancelled. {@code when=connecting}: once the transport is connecting, to a
 * full backlog; Netty 4.1.0 does not let it be cancelled then, and it is closed instead. {@code
 * when=queued}: before the event loop got to it; whether Netty closes such a
 * channel by itself is told.
 */
public final class CancelledDial extends Scenario {

  /** More than a dial takes on the event loop: register, resolve, connect, close. */
  private static final int STEPS = 8;

  @Override
  void play(Stage stage) throws IOException {
    FullBacklog full = stage.closing(new FullBacklog());
    stage.truth().set("port", full.address().getPort());
    if (stage.text("when", "connecting").equals("queued")) {
      queued(stage, full.address());
    } else {
      connecting(stage, full.address());
    }
  }

  private static void connecting(Stage stage, InetSocketAddress remote) {
    End end = new End(false);
    ChannelFuture dial = new Dialer(stage).dial(remote, end);
    end.awaitConnecting();
    stage.whileOpen();
    tell(stage.truth(), dial.cancel(true));
    if (!dial.isCancelled()) {
      Waits.done("close", dial.channel().close());
    }
    Waits.closed(dial.channel());
  }

  private static void queued(Stage stage, InetSocketAddress remote) {
    CountDownLatch blocked = new CountDownLatch(1);
    stage.clients().execute(() -> await(blocked));
    ChannelFuture dial = new Dialer(stage).dial(remote, new End(false));
    tell(stage.truth(), dial.cancel(true));
    blocked.countDown();
    for (int i = 0; i < STEPS; i++) {
      Waits.done("event loop", stage.clients().submit(() -> {}));
    }
    stage.truth().set("openAfterCancel", dial.channel().isOpen());
    Waits.done("close", dial.channel().close());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void tell(Truth truth, boolean cancelled) {
    truth.add("attempts", 1);
    truth.add("cancelled", cancelled ? 1 : 0);
    truth.add("closedInstead", cancelled ? 0 : 1);
    truth.add("failed", 0);
  }
}
