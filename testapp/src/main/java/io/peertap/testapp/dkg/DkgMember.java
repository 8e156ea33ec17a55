package io.peertap.testapp.dkg;

import io.peertap.testapp.crypto.KeyShare;
import io.peertap.testapp.crypto.KnowledgeProof;
import io.peertap.testapp.crypto.Polynomial;
import io.peertap.testapp.crypto.SealedShare;
import io.peertap.testapp.crypto.Secp256k1;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One member at work on one key. */
final class DkgMember {

  private final int number;
  private final DkgRequest request;
  private final Polynomial polynomial;
  private final BigInteger sealingSecret = Secp256k1.randomScalar();
  private BigInteger share = BigInteger.ZERO;

  DkgMember(int number, DkgRequest request) {
    this.number = number;
    this.request = request;
    this.polynomial = Polynomial.random(request.roster().threshold());
  }

  int number() {
    return number;
  }

  DkgIntroduction introduction() {
    return new DkgIntroduction(
        polynomial.commitment(),
        KnowledgeProof.of(polynomial.secret(), request.context(number)),
        Secp256k1.publicKey(sealingSecret));
  }

  /** Shares for all members; the one for the cheated member, if any, does not fit. */
  DkgShares deal(Map<Integer, DkgIntroduction> introductions, Optional<Integer> cheated) {
    Map<Integer, SealedShare> sealed = new TreeMap<>();
    introductions.forEach((member, introduction) -> {
      BigInteger own = polynomial.share(member);
      BigInteger dealt = cheated.equals(Optional.of(member))
          ? own.add(BigInteger.ONE).mod(Secp256k1.order())
          : own;
      sealed.put(
          member,
          SealedShare.seal(
              dealt, sealingSecret, introduction.sealingKey(), request.context(number)));
    });
    return new DkgShares(sealed);
  }

  /** Adds up the shares that all dealt to this member and accuses those that do not fit. */
  DkgVerdict judge(Map<Integer, DkgIntroduction> introductions, Map<Integer, DkgShares> dealt) {
    List<Integer> accused = new ArrayList<>();
    introductions.forEach((dealer, introduction) -> {
      Optional<BigInteger> received = open(dealer, introduction, dealt.get(dealer));
      if (received.filter(s -> introduction.commitment().fits(number, s)).isPresent()) {
        share = share.add(received.get()).mod(Secp256k1.order());
      } else {
        accused.add(dealer);
      }
    });
    return new DkgVerdict(accused);
  }

  private Optional<BigInteger> open(int dealer, DkgIntroduction introduction, DkgShares shares) {
    return Optional.ofNullable(shares.sealed().get(number))
        .flatMap(
            box -> box.open(sealingSecret, introduction.sealingKey(), request.context(dealer)));
  }

  KeyShare keyShare() {
    return new KeyShare(number, share);
  }
}
