package io.peertap.operations.packs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.bitcoin.Cosigner;
import io.peertap.api.Outcome;
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

/** A real bitcoinj wallet on the regression-test network, with coins out of thin air. */
final class BitcoinjWallet implements Driver {

  private static final Coin FEE_PER_KB = Coin.valueOf(5_000);
  private static final String LOCAL = "LocalTransactionSigner";

  private final Wallet wallet =
      Wallet.createDeterministic(BitcoinNetwork.REGTEST, ScriptType.P2PKH);
  private Truth truth;
  private int coins;
  private Cosigner cosigner;

  @Override
  public void drive(Truth truth) throws Exception {
    this.truth = truth;
    Context.propagate(new Context());
    for (int i = 0; i < 6; i++) {
      receive(Coin.COIN);
    }
    pay(Coin.COIN);
    pay(Coin.COIN.add(Coin.CENT)); // Takes two coins.
    overdraw();
    cosigner = new Cosigner();
    wallet.addTransactionSigner(cosigner);
    pay(Coin.CENT);
    cosigner.breakDown();
    payInVain();
  }

  private void pay(Coin amount) throws Exception {
    SendRequest request = request(amount);
    wallet.sendCoinsOffline(request);
    signed(request.tx.getInputs().size());
    ended(Outcome.SUCCESS);
  }

  private void overdraw() {
    assertThatThrownBy(() -> wallet.completeTx(request(Coin.COIN.multiply(1_000))))
        .isInstanceOf(InsufficientMoneyException.class);
    ended(Outcome.FAILURE);
  }

  private void payInVain() {
    SendRequest request = request(Coin.CENT);
    assertThatThrownBy(() -> wallet.completeTx(request)).isInstanceOf(IllegalStateException.class);
    signed(request.tx.getInputs().size());
    ended(Outcome.FAILURE);
  }

  private void ended(Outcome outcome) {
    truth.ended("wallet_action", outcome);
    truth.value("wallet_action", "cost", (double) FEE_PER_KB.value);
  }

  /** Every signer of the wallet was asked once; the second one never signs. */
  private void signed(int inputs) {
    truth.ended("signing", LOCAL, Outcome.SUCCESS);
    truth.value("signing", "count", inputs);
    if (cosigner != null) {
      truth.ended("signing", "Cosigner", Outcome.FAILURE);
      truth.value("signing", "count", inputs);
    }
  }

  private SendRequest request(Coin amount) {
    SendRequest request = SendRequest.to(wallet.freshReceiveAddress(), amount);
    request.feePerKb = FEE_PER_KB;
    return request;
  }

  /** A transaction that pays the wallet, in a block of its own. */
  private void receive(Coin value) throws Exception {
    Transaction transaction = new Transaction();
    Sha256Hash origin = Sha256Hash.of(new byte[] {(byte) ++coins});
    transaction.addInput(
        new TransactionInput(transaction, new byte[0], new TransactionOutPoint(0, origin)));
    transaction.addOutput(value, wallet.freshReceiveAddress());
    Block genesis = RegTestParams.get().getGenesisBlock();
    Block block = genesis.createNextBlock(wallet.freshReceiveAddress());
    StoredBlock stored = new StoredBlock(genesis, genesis.getWork(), 0).build(block);
    wallet.receiveFromBlock(transaction, stored, NewBlockType.BEST_CHAIN, coins);
  }
}
