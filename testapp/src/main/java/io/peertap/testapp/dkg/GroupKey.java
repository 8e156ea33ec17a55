package io.peertap.testapp.dkg;

import io.peertap.testapp.chain.Roster;
import io.peertap.testapp.crypto.Commitment;
import io.peertap.testapp.crypto.Secp256k1;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.encoders.Hex;

/** What everybody may know of a group's key. */
public record GroupKey(
    String id, Roster roster, ECPoint publicKey, Map<Integer, ECPoint> publicShares) {

  private static final int ID_START = 2;
  private static final int ID_END = 10;

  /** The key that the members of a group have committed to. */
  static GroupKey of(Roster roster, Collection<DkgIntroduction> introductions) {
    Commitment sum = introductions.stream()
        .map(DkgIntroduction::commitment)
        .reduce(Commitment::plus)
        .orElseThrow();
    return new GroupKey(
        id(sum.publicKey()),
        roster,
        sum.publicKey().normalize(),
        roster.members().stream().collect(Collectors.toMap(Function.identity(), sum::publicShare)));
  }

  /** The public key alone, which takes less to find. */
  static ECPoint publicKey(Collection<DkgIntroduction> introductions) {
    return introductions.stream()
        .map(introduction -> introduction.commitment().publicKey())
        .reduce(Secp256k1.zero(), ECPoint::add)
        .normalize();
  }

  /** What a key is called. */
  static String id(ECPoint publicKey) {
    return Hex.toHexString(Secp256k1.encode(publicKey)).substring(ID_START, ID_END);
  }
}
