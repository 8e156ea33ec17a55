package io.peertap.testapp.signing;

import io.peertap.testapp.crypto.Signature;
import io.peertap.testapp.dkg.Membership;
import io.peertap.testapp.faults.FaultPlan;
import io.peertap.testapp.net.Mailboxes;
import io.peertap.testapp.net.Presence;
import io.peertap.testapp.net.ProtocolException;
import io.peertap.testapp.net.Voice;
import io.peertap.testapp.truth.OperationTruth;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Signs with the shares that a node has of one key, one message at a time. */
public final class SigningExecutor {

  private final Membership membership;
  private final Voice voice;
  private final Mailboxes mailboxes;
  private final Presence presence;
  private final FaultPlan faults;
  private final OperationTruth truth;
  private final AtomicBoolean busy = new AtomicBoolean();

  /** An executor for the shares of one key. */
  public SigningExecutor(
      Membership membership,
      Voice voice,
      Mailboxes mailboxes,
      Presence presence,
      FaultPlan faults,
      OperationTruth truth) {
    this.membership = membership;
    this.voice = voice;
    this.mailboxes = mailboxes;
    this.presence = presence;
    this.faults = faults;
    this.truth = truth;
  }

  /**
   * Signs a message together with the other nodes; the signature is verified.
   *
   * @throws SigningBusyException if it does so already
   */
  public Signature sign(SigningRequest request)
      throws InterruptedException, TimeoutException, ProtocolException {
    if (!busy.compareAndSet(false, true)) {
      truth.rejected();
      throw new SigningBusyException(membership.id());
    }
    try {
      SigningAttempt attempt = new SigningAttempt(
          membership, request, voice, mailboxes.of(request.conversation()), faults);
      return truth.count(() -> attempt.run(presence.nodes()));
    } finally {
      busy.set(false);
    }
  }
}
