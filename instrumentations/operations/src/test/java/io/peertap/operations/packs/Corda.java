package io.peertap.operations.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peertap.api.Outcome;
import java.security.KeyPair;
import java.security.Security;
import java.security.SignatureException;
import java.util.List;
import java.util.UUID;
import net.corda.core.crypto.Crypto;
import net.corda.core.flows.StateMachineRunId;
import net.corda.node.services.statemachine.FlowRemovalReason;
import net.corda.node.services.statemachine.SingleThreadedStateMachineManager;
import net.corda.node.services.statemachine.StaffedFlowHospital;
import net.corda.node.services.transactions.PersistentUniquenessProvider;

/** Corda's own cryptography, and classes of the shape of its node. */
final class Corda implements Driver {

  @Override
  public void drive(Truth truth) throws Exception {
    try {
      sign(truth);
    } finally {
      Security.removeProvider("Corda"); // It has put itself first in this JVM.
    }
    flow(truth);
    notarise(truth);
  }

  private static void sign(Truth truth) throws Exception {
    KeyPair keys = Crypto.generateKeyPair(Crypto.ECDSA_SECP256K1_SHA256);
    byte[] text = {1, 2, 3};
    byte[] signature = Crypto.doSign(keys.getPrivate(), text);
    truth.ended("signing", Outcome.SUCCESS);
    assertThatThrownBy(() -> Crypto.doSign(keys.getPrivate(), new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    truth.ended("signing", Outcome.FAILURE);
    assertThat(Crypto.isValid(keys.getPublic(), signature, text)).isTrue();
    truth.ended("signature_check", Outcome.SUCCESS);
    assertThat(Crypto.isValid(keys.getPublic(), signature, new byte[] {4})).isFalse();
    truth.ended("signature_check", Outcome.FAILURE);
    assertThatThrownBy(() -> Crypto.doVerify(keys.getPublic(), signature, new byte[] {4}))
        .isInstanceOf(SignatureException.class);
    truth.ended("signature_check", Outcome.FAILURE);
  }

  private static void flow(Truth truth) {
    SingleThreadedStateMachineManager manager = new SingleThreadedStateMachineManager();
    StateMachineRunId good = new StateMachineRunId(UUID.randomUUID());
    StateMachineRunId bad = new StateMachineRunId(UUID.randomUUID());
    manager.start(good);
    manager.start(bad);
    new StaffedFlowHospital().requestTreatment(null, null, List.of());
    truth.happened("flow_hospital");
    assertThat(manager.killFlow(bad)).isTrue();
    truth.happened("flow_killed");
    manager.removeFlow(bad, new FlowRemovalReason.ErrorFinish(), null);
    truth.ended("flow", Outcome.FAILURE);
    manager.removeFlow(good, new FlowRemovalReason.OrderlyFinish(), null);
    truth.ended("flow", Outcome.SUCCESS);
    assertThat(manager.killFlow(good)).isFalse();
  }

  private static void notarise(Truth truth) {
    PersistentUniquenessProvider notary = new PersistentUniquenessProvider();
    notary.commit(List.of("state 1", "state 2"));
    notary.commit(List.of("state 2"));
    notary.commit(List.of("state 3"));
    assertThat(notary.processRequest()).isTrue();
    truth.ended("notarisation", Outcome.SUCCESS);
    truth.participants("notarisation", 2);
    assertThat(notary.processRequest()).isFalse();
    truth.ended("notarisation", Outcome.FAILURE);
    truth.participants("notarisation", 1);
    truth.waits("notary", notary, 1);
  }
}
