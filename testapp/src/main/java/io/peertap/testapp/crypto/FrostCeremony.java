package io.peertap.testapp.crypto;

import java.math.BigInteger;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bouncycastle.math.ec.ECPoint;

/**
 * One signature in the making: who takes part with which nonces, under which key and message (RFC
 * 9591, sections 4 and 5).
 */
public final class FrostCeremony {

  private final ECPoint publicKey;
  private final byte[] message;
  private final SortedMap<Integer, NonceCommitment> commitments;
  private final Map<Integer, BigInteger> bindingFactors = new TreeMap<>();
  private final ECPoint nonce;
  private final BigInteger challenge;

  /** Fixes the participants and their nonces. */
  public FrostCeremony(
      ECPoint publicKey, byte[] message, Map<Integer, NonceCommitment> commitments) {
    this.publicKey = publicKey;
    this.message = message.clone();
    this.commitments = new TreeMap<>(commitments);
    byte[] prefix = Bytes.concat(
        Secp256k1.encode(publicKey),
        FrostSuite.messageHash(message),
        FrostSuite.commitmentsHash(encodedCommitments()));
    for (int member : this.commitments.keySet()) {
      byte[] number = Secp256k1.encode(BigInteger.valueOf(member));
      bindingFactors.put(member, FrostSuite.bindingFactor(Bytes.concat(prefix, number)));
    }
    ECPoint sum = Secp256k1.zero();
    for (int member : this.commitments.keySet()) {
      sum = sum.add(boundNonce(member));
    }
    nonce = sum.normalize();
    challenge = FrostSuite.challenge(nonce, publicKey, message);
  }

  private byte[] encodedCommitments() {
    byte[] encoded = new byte[0];
    for (Map.Entry<Integer, NonceCommitment> entry : commitments.entrySet()) {
      encoded = Bytes.concat(
          encoded,
          Secp256k1.encode(BigInteger.valueOf(entry.getKey())),
          Secp256k1.encode(entry.getValue().hiding()),
          Secp256k1.encode(entry.getValue().binding()));
    }
    return encoded;
  }

  private ECPoint boundNonce(int member) {
    NonceCommitment commitment = commitments.get(member);
    return commitment.hiding().add(commitment.binding().multiply(bindingFactors.get(member)));
  }

  /** The part of the signature that a participant makes. */
  public BigInteger part(KeyShare share, Nonces nonces) {
    BigInteger weighted = weight(share.member()).multiply(share.secret()).multiply(challenge);
    return nonces
        .hiding()
        .add(nonces.binding().multiply(bindingFactors.get(share.member())))
        .add(weighted)
        .mod(Secp256k1.order());
  }

  /** Whether a part is what the owner of this public share must have made. */
  public boolean fits(int member, BigInteger part, ECPoint publicShare) {
    BigInteger factor = weight(member).multiply(challenge);
    ECPoint right = boundNonce(member).add(Secp256k1.times(publicShare, factor));
    return Secp256k1.publicKey(part).equals(right.normalize());
  }

  private BigInteger weight(int member) {
    return Lagrange.weight(member, commitments.keySet());
  }

  /** The signature from the parts of all participants, which need not be a valid one. */
  public Signature aggregate(Map<Integer, BigInteger> parts) {
    BigInteger sum = parts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    return new Signature(nonce, sum.mod(Secp256k1.order()));
  }

  /** Whether a signature is the one that all this was for. */
  public boolean verifies(Signature signature) {
    return signature.verify(publicKey, message);
  }

  Map<Integer, BigInteger> bindingFactors() {
    return bindingFactors;
  }
}
