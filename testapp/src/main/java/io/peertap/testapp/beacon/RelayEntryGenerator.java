package io.peertap.testapp.beacon;

import io.peertap.testapp.chain.BlockClock;
import io.peertap.testapp.crypto.EqualityProof;
import io.peertap.testapp.crypto.HashToPoint;
import io.peertap.testapp.crypto.KeyShare;
import io.peertap.testapp.crypto.Lagrange;
import io.peertap.testapp.crypto.Secp256k1;
import io.peertap.testapp.dkg.Membership;
import io.peertap.testapp.faults.Fault;
import io.peertap.testapp.faults.FaultPlan;
import io.peertap.testapp.net.Mailboxes;
import io.peertap.testapp.net.ProtocolException;
import io.peertap.testapp.net.Voice;
import io.peertap.testapp.truth.OperationTruth;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.encoders.Hex;

/** Makes entries together with the other nodes of a group. */
public final class RelayEntryGenerator {

  private static final int PATIENCE_BLOCKS = 20;

  private final Voice voice;
  private final Mailboxes mailboxes;
  private final FaultPlan faults;
  private final OperationTruth truth;

  /** A generator that speaks with this voice. */
  public RelayEntryGenerator(
      Voice voice, Mailboxes mailboxes, FaultPlan faults, OperationTruth truth) {
    this.voice = voice;
    this.mailboxes = mailboxes;
    this.faults = faults;
    this.truth = truth;
  }

  /** Makes the entry that is asked for with the shares that this node has. */
  public RelayValue generate(RelayRequest request, Membership membership)
      throws InterruptedException, TimeoutException, ProtocolException {
    return truth.count(() -> make(request, membership));
  }

  private RelayValue make(RelayRequest request, Membership membership)
      throws InterruptedException, TimeoutException {
    ECPoint base = HashToPoint.hash(request.previous().getBytes(StandardCharsets.UTF_8));
    if (!faults.strikes(Fault.WITHHELD_ENTRY, request.number())) {
      membership.shares().forEach(share -> say(request, base, share));
    }
    Map<Integer, ECPoint> publicShares = membership.key().publicShares();
    int enough = membership.key().roster().threshold();
    SortedMap<Integer, ECPoint> right = new TreeMap<>();
    mailboxes
        .of(request.conversation())
        .await(
            RelayShare.class,
            said -> addRight(said, base, publicShares, right) >= enough,
            BlockClock.blocks(PATIENCE_BLOCKS));
    ECPoint value = Lagrange.combine(firstOf(right, enough));
    return new RelayValue(request.number(), Hex.toHexString(Secp256k1.encode(value)));
  }

  private void say(RelayRequest request, ECPoint base, KeyShare share) {
    ECPoint value = Secp256k1.times(base, share.secret());
    EqualityProof proof = EqualityProof.of(share.secret(), base);
    voice.say(request.conversation(), share.member(), new RelayShare(value, proof));
  }

  /** Adds those of the parts that are proven and not there yet; returns how many there are. */
  private static int addRight(
      Map<Integer, RelayShare> said,
      ECPoint base,
      Map<Integer, ECPoint> publicShares,
      Map<Integer, ECPoint> right) {
    said.forEach((member, share) -> {
      ECPoint publicShare = publicShares.get(member);
      if (publicShare != null
          && !right.containsKey(member)
          && share.proof().holds(base, publicShare, share.value())) {
        right.put(member, share.value());
      }
    });
    return right.size();
  }

  private static Map<Integer, ECPoint> firstOf(SortedMap<Integer, ECPoint> all, int count) {
    Map<Integer, ECPoint> first = new TreeMap<>();
    all.entrySet().stream().limit(count).forEach(e -> first.put(e.getKey(), e.getValue()));
    return first;
  }
}
