package io.peertap.testapp.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

/** What enough members can do, too few cannot, and what shows who cheats. */
class ThresholdTest {

  private static final byte[] MESSAGE = "pay".getBytes(StandardCharsets.US_ASCII);

  private final Dealer dealer = new Dealer(3);
  private final ECPoint publicKey = dealer.commitment().publicKey();

  @Test
  void enoughMembersSign() {
    assertThat(dealer.signature(MESSAGE, List.of(1, 2, 3)).verify(publicKey, MESSAGE))
        .isTrue();
    assertThat(dealer.signature(MESSAGE, List.of(2, 4, 5)).verify(publicKey, MESSAGE))
        .isTrue();
    assertThat(dealer.signature(MESSAGE, List.of(1, 2, 3, 5)).verify(publicKey, MESSAGE))
        .isTrue();
  }

  @Test
  void tooFewMembersDoNot() {
    assertThat(dealer.signature(MESSAGE, List.of(1, 2)).verify(publicKey, MESSAGE))
        .isFalse();
  }

  @Test
  void signatureIsForOneMessageAndOneKey() {
    Signature signature = dealer.signature(MESSAGE, List.of(1, 2, 3));

    assertThat(signature.verify(publicKey, new byte[1])).isFalse();
    assertThat(signature.verify(new Dealer(3).commitment().publicKey(), MESSAGE))
        .isFalse();
  }

  @Test
  void wrongPartShows() {
    KeyShare share = dealer.share(1);
    Nonces nonces = Nonces.fresh(share.secret());
    Map<Integer, NonceCommitment> commitments =
        Map.of(1, nonces.commitment(), 2, Nonces.fresh(BigInteger.ONE).commitment());
    FrostCeremony ceremony = new FrostCeremony(publicKey, MESSAGE, commitments);
    BigInteger part = ceremony.part(share, nonces);
    ECPoint publicShare = dealer.commitment().publicShare(1);

    assertThat(ceremony.fits(1, part, publicShare)).isTrue();
    assertThat(ceremony.fits(1, part.add(BigInteger.ONE), publicShare)).isFalse();
  }

  @Test
  void wrongShareShows() {
    BigInteger share = dealer.share(4).secret();

    assertThat(dealer.commitment().fits(4, share)).isTrue();
    assertThat(dealer.commitment().fits(4, share.add(BigInteger.ONE))).isFalse();
    assertThat(dealer.commitment().fits(5, share)).isFalse();
  }

  @Test
  void sharesOfSeveralDealersAddUp() {
    Dealer other = new Dealer(3);
    BigInteger sum = dealer.share(2).secret().add(other.share(2).secret());

    assertThat(dealer.commitment().plus(other.commitment()).fits(2, sum.mod(Secp256k1.order())))
        .isTrue();
  }

  @Test
  void anyMembersMakeTheSameValue() {
    ECPoint base = HashToPoint.hash(MESSAGE);

    assertThat(Lagrange.combine(values(base, 1, 2, 3)))
        .isEqualTo(Lagrange.combine(values(base, 2, 4, 5)))
        .isNotEqualTo(Lagrange.combine(values(base, 1, 2)));
  }

  private Map<Integer, ECPoint> values(ECPoint base, Integer... members) {
    return List.of(members).stream()
        .collect(java.util.stream.Collectors.toMap(
            member -> member,
            member -> Secp256k1.times(base, dealer.share(member).secret())));
  }

  @Test
  void equalityProofHoldsForNoOtherValue() {
    ECPoint base = HashToPoint.hash(MESSAGE);
    BigInteger secret = dealer.share(1).secret();
    ECPoint publicShare = dealer.commitment().publicShare(1);
    EqualityProof proof = EqualityProof.of(secret, base);
    ECPoint value = Secp256k1.times(base, secret);

    assertThat(proof.holds(base, publicShare, value)).isTrue();
    assertThat(proof.holds(base, publicShare, value.twice().normalize())).isFalse();
  }

  @Test
  void knowledgeProofHoldsInItsContextOnly() {
    KnowledgeProof proof = KnowledgeProof.of(BigInteger.TEN, "here");
    ECPoint key = Secp256k1.publicKey(BigInteger.TEN);

    assertThat(proof.holds(key, "here")).isTrue();
    assertThat(proof.holds(key, "there")).isFalse();
    assertThat(proof.holds(key.twice().normalize(), "here")).isFalse();
  }

  @Test
  void sealedShareOpensForItsReceiverOnly() {
    ECPoint receiver = Secp256k1.publicKey(BigInteger.TWO);
    ECPoint sender = Secp256k1.publicKey(BigInteger.TEN);
    SealedShare sealed = SealedShare.seal(BigInteger.valueOf(7), BigInteger.TEN, receiver, "x");

    assertThat(sealed.open(BigInteger.TWO, sender, "x")).contains(BigInteger.valueOf(7));
    assertThat(sealed.open(BigInteger.ONE, sender, "x")).isEmpty();
    assertThat(sealed.open(BigInteger.TWO, sender, "y")).isEmpty();
    assertThat(new SealedShare("00").open(BigInteger.TWO, sender, "x")).isEmpty();
  }

  @Test
  void readsOnlyPointsAndScalarsOfTheGroup() {
    byte[] tooLarge = Secp256k1.encode(Secp256k1.order());

    assertThatThrownBy(() -> Secp256k1.decodeScalar(tooLarge))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Secp256k1.decodePoint(new byte[1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Secp256k1.decodePoint(new byte[33]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
