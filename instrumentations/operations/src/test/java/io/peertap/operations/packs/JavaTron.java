package io.peertap.operations.packs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peertap.api.Direction;
import io.peertap.api.Outcome;
import java.util.List;
import org.tron.consensus.base.State;
import org.tron.consensus.dpos.DposTask;
import org.tron.core.capsule.BlockCapsule;
import org.tron.core.capsule.TransactionCapsule;
import org.tron.core.db.Manager;
import org.tron.core.exception.ContractValidateException;
import org.tron.core.exception.DupTransactionException;
import org.tron.core.exception.P2pException;
import org.tron.core.exception.TransactionExpirationException;
import org.tron.core.exception.TronException;
import org.tron.core.exception.ValidateSignatureException;
import org.tron.core.net.TronNetDelegate;
import org.tron.core.net.message.adv.BlockMessage;
import org.tron.core.net.peer.PeerConnection;
import org.tron.core.net.service.sync.SyncService;
import org.tron.protos.Protocol.TransactionInfo;

/** Classes of java-tron's shape. */
final class JavaTron implements Driver {

  @Override
  public void drive(Truth truth) throws Exception {
    sync(truth);
    push(truth, 1_100, 345, 0);
    push(truth, 2_200, 9_000, 1);
    refuse(truth, new DupTransactionException(), "duplicate");
    refuse(truth, new TransactionExpirationException(), "expired");
    refuse(truth, new ContractValidateException(), null);
    new Manager(transaction -> null).pushTransaction(null);
    truth.ended("execution", Outcome.SUCCESS);
    truth.ended("transaction", Outcome.FAILURE);
    produce(truth);
    sign(truth);
  }

  private static void sync(Truth truth) throws Exception {
    TronNetDelegate delegate = new TronNetDelegate();
    delegate.processBlock(new BlockCapsule(), true);
    truth.synchronised("block", Outcome.SUCCESS);
    assertThatThrownBy(() -> delegate.processBlock(null, true)).isInstanceOf(P2pException.class);
    truth.synchronised("block", Outcome.FAILURE);
    PeerConnection peer = new PeerConnection();
    peer.sendMessage(new BlockMessage());
    truth.message(Direction.OUTBOUND, "tron", "BlockMessage");
    SyncService service = new SyncService();
    service.processBlock(peer, new BlockMessage());
    service.processBlock(peer, new BlockMessage());
    truth.waits("sync_blocks", service, 2);
  }

  private static void push(Truth truth, int fee, int energy, int result) throws Exception {
    new Manager(transaction -> new TransactionInfo(fee, energy, result)).pushTransaction(null);
    truth.ended("execution", result == 1 ? Outcome.FAILURE : Outcome.SUCCESS);
    truth.value("execution", "cost", fee);
    truth.value("execution", "count", energy);
    truth.ended("transaction", Outcome.SUCCESS);
  }

  private static void refuse(Truth truth, TronException why, String reason) {
    Manager manager = new Manager(transaction -> {
      throw why;
    });
    assertThatThrownBy(() -> manager.pushTransaction(null)).isSameAs(why);
    truth.ended("execution", Outcome.FAILURE);
    if (reason == null) {
      truth.ended("transaction", Outcome.FAILURE);
    } else {
      truth.rejected("transaction", reason);
    }
  }

  private static void produce(Truth truth) {
    new DposTask().run(List.of(State.values()));
    for (State state : State.values()) {
      switch (state) {
        case OK -> truth.ended("block_production", Outcome.SUCCESS);
        case NOT_TIME_YET, NOT_MY_TURN, NOT_SYNCED, BACKUP_IS_NOT_MASTER ->
          truth.rejected("block_production", "not_ready");
        default -> truth.ended("block_production", Outcome.FAILURE);
      }
    }
  }

  private static void sign(Truth truth) throws Exception {
    TransactionCapsule transaction = new TransactionCapsule();
    transaction.validateSignature(null, null);
    truth.ended("signature_check", Outcome.FAILURE);
    transaction.sign(new byte[32]);
    truth.ended("signing", Outcome.SUCCESS);
    transaction.validateSignature(null, null);
    truth.ended("signature_check", Outcome.SUCCESS);
    assertThatThrownBy(() -> transaction.sign(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    truth.ended("signing", Outcome.FAILURE);
    transaction.sign(new byte[32]);
    truth.ended("signing", Outcome.SUCCESS);
    assertThatThrownBy(() -> transaction.validateSignature(null, null))
        .isInstanceOf(ValidateSignatureException.class);
    truth.ended("signature_check", Outcome.FAILURE);
  }
}
