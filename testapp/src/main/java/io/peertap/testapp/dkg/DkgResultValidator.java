package io.peertap.testapp.dkg;

import io.peertap.testapp.chain.BlockClock;
import io.peertap.testapp.net.Voice;
import io.peertap.testapp.truth.EventTruth;
import java.util.Map;

/** Checks published results, and says what the node thinks of them. */
public final class DkgResultValidator {

  private static final int APPROVAL_BLOCKS = 2;

  private final Voice voice;
  private final BlockClock clock;
  private final EventTruth truth;

  /** A validator that speaks with this voice. */
  public DkgResultValidator(Voice voice, BlockClock clock, EventTruth truth) {
    this.voice = voice;
    this.clock = clock;
    this.truth = truth;
  }

  /** Whether the key is the one that the members have committed to. */
  public boolean validate(DkgResult result) {
    truth.dkgValidation();
    DkgRequest request = result.request();
    return result.introductions().keySet().containsAll(request.roster().members())
        && result.introductions().size() == request.roster().size()
        && allSound(request, result.introductions())
        && GroupKey.publicKey(result.introductions().values()).equals(result.publicKey());
  }

  private static boolean allSound(DkgRequest request, Map<Integer, DkgIntroduction> introductions) {
    return introductions.entrySet().stream()
        .allMatch(entry -> entry
            .getValue()
            .isSound(request.roster().threshold(), request.context(entry.getKey())));
  }

  /** Objects to a result. */
  public void submitChallenge(DkgResult result) {
    voice.say(result.request().conversation(), new DkgChallenge(result.number()));
    truth.dkgChallengeSubmitted();
  }

  /** Accepts a result. */
  public void submitApproval(DkgResult result) {
    long fromBlock = clock.block() + APPROVAL_BLOCKS;
    voice.say(
        result.request().conversation(),
        new DkgApproval(result.request(), GroupKey.id(result.publicKey()), fromBlock));
    truth.dkgApprovalSubmitted();
  }
}
