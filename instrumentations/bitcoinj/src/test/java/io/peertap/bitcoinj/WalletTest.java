package io.peertap.bitcoinj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.ScriptType;
import org.bitcoinj.base.Sha256Hash;
import org.bitcoinj.core.AbstractBlockChain.NewBlockType;
import org.bitcoinj.core.Block;
import org.bitcoinj.core.Context;
import org.bitcoinj.core.InsufficientMoneyException;
import org.bitcoinj.core.StoredBlock;
import org.bitcoinj.core.Transaction;
import org.bitcoinj.core.TransactionInput;
import org.bitcoinj.core.TransactionOutPoint;
import org.bitcoinj.params.RegTestParams;
import org.bitcoinj.wallet.SendRequest;
import org.bitcoinj.wallet.Wallet;
import org.junit.jupiter.api.Test;

/** A wallet without any rule. */
class WalletTest {

  @Test
  void paymentsAndSignatures_areOperationsByDefault() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("")) {
      pay();
      assertOperations(agent.scrape());
    }
  }

  /** The rule begins first: what it takes from the call counts, and the call once. */
  @Test
  void ruleOnTheSameMethod_countsInItsPlace() throws Exception {
    String rules = "operations.wallet_action.methods=org.bitcoinj.wallet.Wallet#completeTx,"
        + "operations.wallet_action.value(cost)=arg0.feePerKb.value";
    try (InProcessAgent agent = InProcessAgent.start(rules)) {
      pay();
      assertOperations(agent.scrape());
      assertThat(agent.scrape().sum("operation_value", "operation", "wallet_action"))
          .isEqualTo(2);
    }
  }

  /** One payment that is signed, and one that nobody can afford. */
  private static void pay() throws Exception {
    Context.propagate(new Context());
    Wallet wallet = Wallet.createDeterministic(BitcoinNetwork.REGTEST, ScriptType.P2PKH);
    receive(wallet, Coin.COIN);
    wallet.sendCoinsOffline(SendRequest.to(wallet.freshReceiveAddress(), Coin.CENT));
    assertThatThrownBy(() -> wallet.completeTx(
            SendRequest.to(wallet.freshReceiveAddress(), Coin.COIN.multiply(1000))))
        .isInstanceOf(InsufficientMoneyException.class);
  }

  private static void assertOperations(Scrape scrape) {
    assertThat(scrape.sum(
            "operations_completed_total", "operation", "wallet_action", "outcome", "success"))
        .isEqualTo(1);
    assertThat(scrape.sum(
            "operations_completed_total", "operation", "wallet_action", "outcome", "failure"))
        .isEqualTo(1);
    assertThat(
            scrape.sum("operations_completed_total", "operation", "signing", "outcome", "success"))
        .isEqualTo(1);
    assertThat(scrape.sum("operations_started_total")).isEqualTo(3);
  }

  /** A transaction that pays the wallet, in a block of its own. */
  private static void receive(Wallet wallet, Coin value) throws Exception {
    Transaction transaction = new Transaction();
    transaction.addInput(new TransactionInput(
        transaction, new byte[0], new TransactionOutPoint(0, Sha256Hash.of(new byte[1]))));
    transaction.addOutput(value, wallet.freshReceiveAddress());
    Block genesis = RegTestParams.get().getGenesisBlock();
    Block block = genesis.createNextBlock(wallet.freshReceiveAddress());
    StoredBlock stored = new StoredBlock(genesis, genesis.getWork(), 0).build(block);
    wallet.receiveFromBlock(transaction, stored, NewBlockType.BEST_CHAIN, 1);
  }
}
