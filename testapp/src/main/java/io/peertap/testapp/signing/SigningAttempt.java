package io.peertap.testapp.signing;

import io.peertap.testapp.chain.BlockClock;
import io.peertap.testapp.chain.Roster;
import io.peertap.testapp.crypto.FrostCeremony;
import io.peertap.testapp.crypto.KeyShare;
import io.peertap.testapp.crypto.NonceCommitment;
import io.peertap.testapp.crypto.Nonces;
import io.peertap.testapp.crypto.Signature;
import io.peertap.testapp.dkg.GroupKey;
import io.peertap.testapp.dkg.Membership;
import io.peertap.testapp.faults.Fault;
import io.peertap.testapp.faults.FaultPlan;
import io.peertap.testapp.net.Deadline;
import io.peertap.testapp.net.Mailbox;
import io.peertap.testapp.net.Voice;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/** One signature in the making, as one node sees it. */
final class SigningAttempt {

  private static final int PATIENCE_BLOCKS = 25;
  private static final int GATHER_BLOCKS = 5;

  private final Membership membership;
  private final SigningRequest request;
  private final Voice voice;
  private final Mailbox mailbox;
  private final FaultPlan faults;
  private final Deadline deadline = BlockClock.blocks(PATIENCE_BLOCKS);
  private final Map<Integer, Nonces> nonces = new HashMap<>();

  SigningAttempt(
      Membership membership,
      SigningRequest request,
      Voice voice,
      Mailbox mailbox,
      FaultPlan faults) {
    this.membership = membership;
    this.request = request;
    this.voice = voice;
    this.mailbox = mailbox;
    this.faults = faults;
  }

  /** Signs, with the members of the nodes that are there. */
  Signature run(List<String> nodes)
      throws InterruptedException, TimeoutException, SigningFailedException {
    membership.shares().forEach(this::offer);
    if (request.coordinator().equals(voice.node())) {
      voice.say(request.conversation(), choose(nodes));
    }
    SigningPackage chosen =
        mailbox.await(SigningPackage.class, 1, deadline).values().iterator().next();
    requireOurs(chosen);
    FrostCeremony ceremony = new FrostCeremony(key().publicKey(), message(), chosen.commitments());
    for (KeyShare share : membership.shares()) {
      if (takesPart(share.member(), chosen)) {
        BigInteger part = ceremony.part(share, nonces.remove(share.member()));
        voice.say(request.conversation(), share.member(), new SigningPart(part));
      }
    }
    return aggregate(ceremony, chosen);
  }

  private void offer(KeyShare share) {
    Nonces fresh = Nonces.fresh(share.secret());
    nonces.put(share.member(), fresh);
    voice.say(request.conversation(), share.member(), new SigningNonces(fresh.commitment()));
  }

  private SigningPackage choose(List<String> nodes) throws InterruptedException, TimeoutException {
    SortedMap<Integer, SigningNonces> ready = gather(expected(nodes));
    List<Integer> candidates = new ArrayList<>(ready.keySet());
    candidates.retainAll(key().roster().members());
    Collections.shuffle(candidates);
    Map<Integer, NonceCommitment> commitments = new TreeMap<>();
    for (int member : candidates.subList(0, key().roster().threshold())) {
      commitments.put(member, ready.get(member).commitment());
    }
    return new SigningPackage(request.message(), commitments);
  }

  private int expected(List<String> nodes) {
    Roster roster = key().roster();
    return nodes.stream().mapToInt(node -> roster.membersOf(node).size()).sum();
  }

  /** Waits for all members that are expected, and after a while for as many as it takes. */
  private SortedMap<Integer, SigningNonces> gather(int expected)
      throws InterruptedException, TimeoutException {
    int enough = key().roster().threshold();
    try {
      Deadline soon = BlockClock.blocks(GATHER_BLOCKS);
      return mailbox.await(SigningNonces.class, Math.max(expected, enough), soon);
    } catch (TimeoutException someAreLate) {
      return mailbox.await(SigningNonces.class, enough, deadline);
    }
  }

  private void requireOurs(SigningPackage chosen) throws SigningFailedException {
    if (!request.message().equals(chosen.message())) {
      throw new SigningFailedException("the coordinator wants another message signed");
    }
    if (chosen.commitments().size() != key().roster().threshold()
        || !key().roster().members().containsAll(chosen.commitments().keySet())) {
      throw new SigningFailedException("the coordinator chose wrong signers");
    }
    for (Map.Entry<Integer, Nonces> own : nonces.entrySet()) {
      NonceCommitment commitment = chosen.commitments().get(own.getKey());
      if (commitment != null && !Objects.equals(commitment, own.getValue().commitment())) {
        throw new SigningFailedException("the coordinator changed nonces");
      }
    }
  }

  /** The first of those chosen is the one to fall silent. */
  private boolean takesPart(int member, SigningPackage chosen) {
    boolean silent = member == Collections.min(chosen.commitments().keySet())
        && faults.strikes(Fault.SILENT_MEMBER, request.number());
    return chosen.commitments().containsKey(member) && !silent;
  }

  private Signature aggregate(FrostCeremony ceremony, SigningPackage chosen)
      throws InterruptedException, TimeoutException, SigningFailedException {
    SortedMap<Integer, SigningPart> said = mailbox.await(
        SigningPart.class,
        found -> found.keySet().containsAll(chosen.commitments().keySet()),
        deadline);
    Map<Integer, BigInteger> parts = new TreeMap<>();
    for (int member : chosen.commitments().keySet()) {
      BigInteger part = said.get(member).part();
      if (!ceremony.fits(member, part, key().publicShares().get(member))) {
        throw new SigningFailedException("invalid part from member " + member);
      }
      parts.put(member, part);
    }
    Signature signature = ceremony.aggregate(parts);
    if (!ceremony.verifies(signature)) {
      throw new SigningFailedException("the signature is not valid");
    }
    return signature;
  }

  private GroupKey key() {
    return membership.key();
  }

  private byte[] message() {
    return request.message().getBytes(StandardCharsets.UTF_8);
  }
}
