package io.peertap.testapp.dkg;

import io.peertap.testapp.crypto.Commitment;
import io.peertap.testapp.crypto.KnowledgeProof;
import org.bouncycastle.math.ec.ECPoint;

/** First round: what a member commits to, and the key to seal its shares for. */
public record DkgIntroduction(Commitment commitment, KnowledgeProof proof, ECPoint sealingKey) {

  /** Whether the member commits to so many coefficients and knows its secret. */
  boolean isSound(int threshold, String context) {
    return commitment.points().size() == threshold && proof.holds(commitment.publicKey(), context);
  }
}
