package io.peertap.testapp.truth;

import com.google.gson.annotations.SerializedName;
import java.util.concurrent.atomic.AtomicLong;

/** What happened to a node or was done by it in a moment. */
public final class EventTruth {

  @SerializedName("dkg_validation")
  private final AtomicLong dkgValidation = new AtomicLong();

  @SerializedName("dkg_challenge_submitted")
  private final AtomicLong dkgChallenge = new AtomicLong();

  @SerializedName("dkg_approval_submitted")
  private final AtomicLong dkgApproval = new AtomicLong();

  @SerializedName("coordination_window_detected")
  private final AtomicLong coordinationWindow = new AtomicLong();

  @SerializedName("relay_entry_timeout_reported")
  private final AtomicLong relayEntryTimeout = new AtomicLong();

  /** The check of a result begins. */
  public void dkgValidation() {
    dkgValidation.incrementAndGet();
  }

  /** A challenge is out. */
  public void dkgChallengeSubmitted() {
    dkgChallenge.incrementAndGet();
  }

  /** An approval is out. */
  public void dkgApprovalSubmitted() {
    dkgApproval.incrementAndGet();
  }

  /** A window has opened. */
  public void coordinationWindowDetected() {
    coordinationWindow.incrementAndGet();
  }

  /** The beacon was reported to be late. */
  public void relayEntryTimeoutReported() {
    relayEntryTimeout.incrementAndGet();
  }
}
