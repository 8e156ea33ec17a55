package io.peertap.testapp.coordination;

import io.peertap.testapp.chain.BlockClock;
import io.peertap.testapp.chain.Roster;
import io.peertap.testapp.dkg.Membership;
import io.peertap.testapp.faults.Fault;
import io.peertap.testapp.faults.FaultPlan;
import io.peertap.testapp.net.Mailboxes;
import io.peertap.testapp.net.Presence;
import io.peertap.testapp.net.ProtocolException;
import io.peertap.testapp.net.Voice;
import io.peertap.testapp.truth.OperationTruth;
import io.peertap.testapp.wallet.ActionType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;

/** Leads or follows in the windows of one wallet. */
public final class CoordinationExecutor {

  private static final int TOO_LATE_BLOCKS = 1;

  private final Membership wallet;
  private final Voice voice;
  private final Mailboxes mailboxes;
  private final Presence presence;
  private final BlockClock clock;
  private final FaultPlan faults;
  private final LongFunction<ActionType> nextAction;
  private final OperationTruth truth;

  /** An executor for one wallet; as a leader it proposes the next action. */
  public CoordinationExecutor(
      Membership wallet,
      Voice voice,
      Mailboxes mailboxes,
      Presence presence,
      BlockClock clock,
      FaultPlan faults,
      LongFunction<ActionType> nextAction,
      OperationTruth truth) {
    this.wallet = wallet;
    this.voice = voice;
    this.mailboxes = mailboxes;
    this.presence = presence;
    this.clock = clock;
    this.faults = faults;
    this.nextAction = nextAction;
    this.truth = truth;
  }

  /** Returns what the wallet's nodes agree on in a window. */
  public Proposal coordinate(CoordinationWindow window)
      throws InterruptedException, TimeoutException, ProtocolException {
    return truth.count(() -> {
      String leader = leader(window);
      return leader.equals(voice.node()) ? lead(window) : follow(window, leader);
    });
  }

  /** The wallet's nodes take turns; who is not there has none. */
  private String leader(CoordinationWindow window) {
    Roster roster = wallet.key().roster();
    List<String> there =
        roster.nodes().stream().filter(presence.nodes()::contains).toList();
    return new Roster(there, 1).turn(window.index());
  }

  private Proposal lead(CoordinationWindow window)
      throws InterruptedException, CoordinationFailedException {
    if (faults.strikes(Fault.LATE_LEADER, window.index())) {
      clock.await(window.end() + TOO_LATE_BLOCKS);
    }
    Proposal proposal = new Proposal(proposal(window), voice.node());
    voice.say(conversation(window), position(voice.node()), proposal);
    if (clock.block() >= window.end()) {
      throw new CoordinationFailedException("this node proposed when the window was over");
    }
    return proposal;
  }

  private ActionType proposal(CoordinationWindow window) {
    Roster roster = wallet.key().roster();
    int members = presence.nodes().stream()
        .mapToInt(node -> roster.membersOf(node).size())
        .sum();
    return members < roster.threshold() ? ActionType.NOOP : nextAction.apply(window.index());
  }

  private Proposal follow(CoordinationWindow window, String leader)
      throws InterruptedException, CoordinationFailedException {
    int position = position(leader);
    try {
      Map<Integer, Proposal> said = mailboxes
          .of(conversation(window))
          .await(Proposal.class, found -> found.containsKey(position), clock.until(window.end()));
      return said.get(position);
    } catch (TimeoutException silence) {
      throw new CoordinationFailedException(leader + " proposed nothing in time");
    }
  }

  private int position(String node) {
    return wallet.key().roster().nodes().indexOf(node);
  }

  private String conversation(CoordinationWindow window) {
    return "coordination/" + wallet.id() + "/" + window.index();
  }
}
