package io.peertap.testapp.beacon;

import io.peertap.testapp.chain.BlockClock;
import io.peertap.testapp.net.Mailboxes;
import io.peertap.testapp.net.Voice;
import io.peertap.testapp.truth.EventTruth;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Watches whether entries that were asked for are published. */
public final class RelayEntryMonitor {

  private static final int PATIENCE_BLOCKS = 25;

  private final Voice voice;
  private final Mailboxes mailboxes;
  private final EventTruth truth;

  /** A monitor that speaks with this voice. */
  public RelayEntryMonitor(Voice voice, Mailboxes mailboxes, EventTruth truth) {
    this.voice = voice;
    this.mailboxes = mailboxes;
    this.truth = truth;
  }

  /** Waits for an entry, and reports if it is not there in time. */
  public Optional<RelayValue> await(RelayRequest request) throws InterruptedException {
    try {
      return mailboxes
          .of(request.conversation())
          .await(RelayValue.class, 1, BlockClock.blocks(PATIENCE_BLOCKS))
          .values()
          .stream()
          .findFirst();
    } catch (TimeoutException overdue) {
      reportTimeout(request);
      return Optional.empty();
    }
  }

  /** Says that an entry is overdue. */
  void reportTimeout(RelayRequest request) {
    voice.say(request.conversation(), new RelayTimeout(request.number()));
    truth.relayEntryTimeoutReported();
  }
}
