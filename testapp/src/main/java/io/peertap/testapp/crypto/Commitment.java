package io.peertap.testapp.crypto;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECPoint;

/** A polynomial hidden in the exponent, coefficient by coefficient, as Feldman publishes it. */
public record Commitment(List<ECPoint> points) {

  /** The public key of the secret that is shared. */
  public ECPoint publicKey() {
    return points.get(0);
  }

  /** The public key of a member's share. */
  public ECPoint publicShare(int member) {
    BigInteger x = BigInteger.valueOf(member);
    ECPoint value = Secp256k1.zero();
    for (int i = points.size() - 1; i >= 0; i--) {
      value = value.multiply(x).add(points.get(i));
    }
    return value.normalize();
  }

  /** Whether a share is what the polynomial says for this member. */
  public boolean fits(int member, BigInteger share) {
    return Secp256k1.publicKey(share).equals(publicShare(member));
  }

  /** The commitment to the sum of both polynomials, which have the same degree. */
  public Commitment plus(Commitment other) {
    List<ECPoint> sum = IntStream.range(0, points.size())
        .mapToObj(i -> points.get(i).add(other.points.get(i)))
        .toList();
    return new Commitment(sum);
  }
}
