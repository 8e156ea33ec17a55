package io.peertap.testapp.crypto;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Somebody whom a test trusts to make shares of a key. */
final class Dealer {

  private final Polynomial polynomial;

  Dealer(int threshold) {
    polynomial = Polynomial.random(threshold);
  }

  Commitment commitment() {
    return polynomial.commitment();
  }

  KeyShare share(int member) {
    return new KeyShare(member, polynomial.share(member));
  }

  /** Has these members sign. */
  Signature signature(byte[] message, List<Integer> members) {
    Map<Integer, Nonces> nonces = new TreeMap<>();
    Map<Integer, NonceCommitment> commitments = new TreeMap<>();
    for (int member : members) {
      nonces.put(member, Nonces.fresh(share(member).secret()));
      commitments.put(member, nonces.get(member).commitment());
    }
    FrostCeremony ceremony = new FrostCeremony(commitment().publicKey(), message, commitments);
    Map<Integer, BigInteger> parts = new TreeMap<>();
    members.forEach(m -> parts.put(m, ceremony.part(share(m), nonces.get(m))));
    return ceremony.aggregate(parts);
  }
}
