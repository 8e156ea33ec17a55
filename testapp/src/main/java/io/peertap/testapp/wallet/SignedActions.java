package io.peertap.testapp.wallet;

import io.peertap.testapp.chain.BlockClock;
import io.peertap.testapp.coordination.CoordinationWindow;
import io.peertap.testapp.crypto.Signature;
import io.peertap.testapp.faults.Fault;
import io.peertap.testapp.faults.FaultPlan;
import io.peertap.testapp.net.ProtocolException;
import io.peertap.testapp.net.Voice;
import io.peertap.testapp.signing.Signers;
import io.peertap.testapp.signing.SigningRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Performs an action by signing its transactions, one after the other. */
public final class SignedActions implements WalletActions {

  private final Voice voice;
  private final Signers signers;
  private final BlockClock clock;
  private final FaultPlan faults;
  private final Consumer<String> out;

  /** Has the signers sign; the leader of an action tells when it is signed. */
  public SignedActions(
      Voice voice, Signers signers, BlockClock clock, FaultPlan faults, Consumer<String> out) {
    this.voice = voice;
    this.out = out;
    this.signers = signers;
    this.clock = clock;
    this.faults = faults;
  }

  @Override
  public List<Signature> perform(WalletAction action)
      throws InterruptedException, TimeoutException, ProtocolException {
    List<Signature> signatures = new ArrayList<>();
    for (int input = 0; input < action.type().signatures(); input++) {
      signatures.add(signers.of(action.wallet()).sign(request(action, input)));
    }
    if (action.leader().equals(voice.node())) {
      out.accept("led " + action + " to " + signatures.size() + " signatures");
    }
    if (faults.strikes(Fault.BUSY_WALLET, action.window())) {
      clock.await(CoordinationWindow.number(action.window() + 1).middle());
    }
    return signatures;
  }

  /** Under one leader: nodes that follow another do not get in the way. */
  private static SigningRequest request(WalletAction action, int input) {
    String occasion = action.wallet().id() + "/" + action.window() + "/" + action.leader();
    return new SigningRequest(
        "signing/" + occasion + "/" + input,
        action.window(),
        action.leader(),
        action + " in window " + action.window() + ", input " + input);
  }
}
