package io.peertap.testapp.dkg;

import io.peertap.testapp.chain.BlockClock;
import io.peertap.testapp.crypto.Secp256k1;
import io.peertap.testapp.faults.Fault;
import io.peertap.testapp.faults.FaultPlan;
import io.peertap.testapp.net.ProtocolException;
import io.peertap.testapp.net.Router;
import io.peertap.testapp.net.Voice;
import io.peertap.testapp.work.Recent;
import io.peertap.testapp.work.Workers;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.bouncycastle.math.ec.ECPoint;

/** A node's part in key generations, from the request to a key in use. */
public final class DkgCeremonies {

  private static final int CHALLENGE_BLOCKS = 3;
  private static final int MOST = 16;

  private final Voice voice;
  private final Workers workers;
  private final BlockClock clock;
  private final FaultPlan faults;
  private final DkgExecutor executor;
  private final DkgResultValidator validator;
  private final Keys keys;
  private final Consumer<String> out;
  private final Recent<Long, DkgOutcome> outcomes = new Recent<>(MOST);
  private final Recent<Long, DkgApproval> approvals = new Recent<>(MOST);
  private final Recent<Long, Boolean> settled = new Recent<>(MOST);

  /** Puts the keys that come of it into the given ones. */
  public DkgCeremonies(
      Voice voice,
      Workers workers,
      BlockClock clock,
      FaultPlan faults,
      DkgExecutor executor,
      DkgResultValidator validator,
      Keys keys,
      Consumer<String> out) {
    this.voice = voice;
    this.workers = workers;
    this.clock = clock;
    this.faults = faults;
    this.executor = executor;
    this.validator = validator;
    this.keys = keys;
    this.out = out;
  }

  /** Takes part in what is heard from now on. */
  public void listen(Router router) {
    router.subscribe(DkgRequest.class, (sender, request) -> requested(request));
    router.subscribe(DkgResult.class, (sender, result) -> published(result));
    router.subscribe(
        DkgChallenge.class, (sender, challenge) -> settled.put(challenge.number(), false));
    router.subscribe(DkgApproval.class, (sender, approval) -> approved(approval));
  }

  private void requested(DkgRequest request) {
    if (request.roster().nodes().contains(voice.node())) {
      workers.start(request.conversation(), () -> takePart(request));
    }
  }

  private void takePart(DkgRequest request)
      throws InterruptedException, TimeoutException, ProtocolException {
    DkgOutcome outcome = execute(request);
    outcomes.put(request.number(), outcome);
    putToUse(request.number());
    if (request.roster().turn(request.number()).equals(voice.node())) {
      publish(request, outcome);
    }
  }

  private DkgOutcome execute(DkgRequest request)
      throws InterruptedException, TimeoutException, ProtocolException {
    try {
      return executor.execute(request.roster().membersOf(voice.node()), request);
    } catch (TimeoutException | ProtocolException e) {
      settled.put(request.number(), false);
      throw e;
    }
  }

  /** Whether this node knows that a key generation came to its end. */
  public boolean hasSettled(long number) {
    return settled.get(number) != null;
  }

  private void publish(DkgRequest request, DkgOutcome outcome) {
    ECPoint publicKey = outcome.membership().key().publicKey();
    boolean wrong = faults.strikes(Fault.INVALID_RESULT, request.number());
    voice.say(
        request.conversation(),
        new DkgResult(
            request,
            outcome.introductions(),
            wrong ? publicKey.add(Secp256k1.publicKey(Secp256k1.randomScalar())) : publicKey,
            clock.block()));
  }

  private void published(DkgResult result) {
    workers.start(result.request().conversation(), () -> check(result));
  }

  private void check(DkgResult result) throws InterruptedException {
    if (!validator.validate(result)) {
      out.accept(result.request().conversation() + " has a wrong result");
      validator.submitChallenge(result);
    } else if (result.request().roster().turn(result.number() + 1).equals(voice.node())) {
      clock.await(result.block() + CHALLENGE_BLOCKS);
      if (!hasSettled(result.number())) {
        validator.submitApproval(result);
      }
    }
  }

  private void approved(DkgApproval approval) {
    settled.put(approval.request().number(), true);
    approvals.put(approval.request().number(), approval);
    putToUse(approval.request().number());
  }

  /** Once the key is both made here and approved, whatever comes first. */
  private synchronized void putToUse(long number) {
    DkgApproval approval = approvals.get(number);
    DkgOutcome outcome = outcomes.get(number);
    if (approval != null
        && outcome != null
        && approval.key().equals(outcome.membership().id())) {
      outcomes.remove(number);
      approvals.remove(number);
      Purpose purpose = approval.request().purpose();
      keys.add(purpose, outcome.membership(), approval.fromBlock());
      out.accept(
          "has a part of " + purpose.name().toLowerCase(Locale.ROOT) + " key " + approval.key());
    }
  }
}
