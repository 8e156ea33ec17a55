package io.peertap.testapp.dkg;

import io.peertap.testapp.chain.BlockClock;
import io.peertap.testapp.chain.Roster;
import io.peertap.testapp.crypto.KeyShare;
import io.peertap.testapp.faults.Fault;
import io.peertap.testapp.faults.FaultPlan;
import io.peertap.testapp.net.Deadline;
import io.peertap.testapp.net.Mailbox;
import io.peertap.testapp.net.Mailboxes;
import io.peertap.testapp.net.ProtocolException;
import io.peertap.testapp.net.Voice;
import io.peertap.testapp.truth.DkgTruth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;

/** Takes a node's members through the rounds of a key generation. */
public final class DkgExecutor {

  private static final int PATIENCE_BLOCKS = 50;

  private final Voice voice;
  private final Mailboxes mailboxes;
  private final FaultPlan faults;
  private final DkgTruth truth;

  /** An executor for the members of this voice's node. */
  public DkgExecutor(Voice voice, Mailboxes mailboxes, FaultPlan faults, DkgTruth truth) {
    this.voice = voice;
    this.mailboxes = mailboxes;
    this.faults = faults;
    this.truth = truth;
  }

  /** Has these members, all of this node, make a key together with those of the other nodes. */
  public DkgOutcome execute(List<Integer> members, DkgRequest request)
      throws InterruptedException, TimeoutException, ProtocolException {
    truth.joined(members.size());
    return truth.count(() -> makeKey(members, request));
  }

  private DkgOutcome makeKey(List<Integer> numbers, DkgRequest request)
      throws InterruptedException, TimeoutException, DkgFailedException {
    Deadline deadline = BlockClock.blocks(PATIENCE_BLOCKS);
    Mailbox mailbox = mailboxes.of(request.conversation());
    Roster roster = request.roster();
    List<DkgMember> members =
        numbers.stream().map(number -> new DkgMember(number, request)).toList();

    members.forEach(member -> say(request, member, member.introduction()));
    SortedMap<Integer, DkgIntroduction> introductions =
        mailbox.await(DkgIntroduction.class, roster.size(), deadline);
    requireSound(request, introductions);

    members.forEach(member ->
        say(request, member, member.deal(introductions, cheatedBy(member.number(), request))));
    SortedMap<Integer, DkgShares> shares = mailbox.await(DkgShares.class, roster.size(), deadline);

    members.forEach(member -> say(request, member, member.judge(introductions, shares)));
    requireInnocence(mailbox.await(
        DkgVerdict.class,
        found -> found.size() == roster.size() || !accused(found).isEmpty(),
        deadline));

    List<KeyShare> own = members.stream().map(DkgMember::keyShare).toList();
    GroupKey key = GroupKey.of(roster, introductions.values());
    return new DkgOutcome(new Membership(key, own), introductions);
  }

  private void say(DkgRequest request, DkgMember member, Object content) {
    voice.say(request.conversation(), member.number(), content);
  }

  private static void requireSound(DkgRequest request, Map<Integer, DkgIntroduction> introductions)
      throws DkgFailedException {
    for (Map.Entry<Integer, DkgIntroduction> entry : introductions.entrySet()) {
      String context = request.context(entry.getKey());
      if (!entry.getValue().isSound(request.roster().threshold(), context)) {
        throw new DkgFailedException("member " + entry.getKey() + " proved nothing");
      }
    }
  }

  private static void requireInnocence(Map<Integer, DkgVerdict> verdicts)
      throws DkgFailedException {
    SortedSet<Integer> accused = accused(verdicts);
    if (!accused.isEmpty()) {
      throw new DkgFailedException("invalid shares from members " + accused);
    }
  }

  private static SortedSet<Integer> accused(Map<Integer, DkgVerdict> verdicts) {
    SortedSet<Integer> accused = new TreeSet<>();
    verdicts.values().forEach(verdict -> accused.addAll(verdict.accused()));
    return accused;
  }

  /** The last member is the one to cheat, and the first the one to be cheated. */
  private Optional<Integer> cheatedBy(int member, DkgRequest request) {
    boolean cheats =
        member == request.roster().size() && faults.strikes(Fault.INVALID_SHARE, request.number());
    return cheats ? Optional.of(1) : Optional.empty();
  }
}
