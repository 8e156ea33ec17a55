package io.peertap.operations.packs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.pay.PaymentChannel;
import com.example.pay.PaymentChannel.Amount;
import com.example.pay.ReputationLedger;
import com.example.pay.ReputationLedger.Cause;
import com.example.pay.Settlement;
import com.example.pay.Settlement.Status;
import com.example.pay.TransactionPool;
import io.peertap.api.Outcome;
import java.util.concurrent.CompletableFuture;

/** An economy of one's own. */
@SuppressWarnings("FutureReturnValueIgnored") // The agent follows them.
final class Economics implements Driver {

  @Override
  public void drive(Truth truth) {
    pay(truth);
    trade(truth);
    settle(truth, Status.SETTLED, Outcome.SUCCESS);
    settle(truth, Status.REVERTED, Outcome.FAILURE);
    settle(truth, Status.EXPIRED, Outcome.TIMEOUT);
    ReputationLedger ledger = new ReputationLedger();
    ledger.adjust("a", Cause.DELIVERED, 2);
    truth.ended("reputation", "DELIVERED", Outcome.SUCCESS);
    truth.value("reputation", "count", 2);
    ledger.adjust("a", Cause.LATE, 0.5);
    truth.ended("reputation", "LATE", Outcome.SUCCESS);
    truth.value("reputation", "count", 0.5);
  }

  private static void pay(Truth truth) {
    PaymentChannel kept = new PaymentChannel();
    PaymentChannel broken = new PaymentChannel();
    kept.open(1, new Amount(100));
    broken.open(2, new Amount(50));
    truth.value("payment_channel", "cost", 100);
    truth.value("payment_channel", "cost", 50);
    kept.pay(new Amount(70));
    truth.ended("payment", Outcome.SUCCESS);
    truth.value("payment", "cost", 70);
    kept.pay(new Amount(70));
    truth.rejected("payment", "limit");
    broken.dispute(2);
    truth.ended("payment_channel", Outcome.FAILURE);
    kept.close(1);
    truth.ended("payment_channel", Outcome.SUCCESS);
    assertThatThrownBy(() -> kept.open(3, new Amount(0)))
        .isInstanceOf(IllegalArgumentException.class);
    truth.ended("payment_channel", Outcome.FAILURE);
    truth.value("payment_channel", "cost", 0);
  }

  private static void trade(Truth truth) {
    TransactionPool pool = new TransactionPool();
    pool.add("0x1", 1.5);
    truth.ended("transaction", Outcome.SUCCESS);
    truth.value("transaction", "cost", 1.5);
    pool.add("0x1", 1.5);
    truth.rejected("transaction", "duplicate");
    pool.add("0x2", 0.1);
    truth.rejected("transaction", "underpriced");
  }

  private static void settle(Truth truth, Status status, Outcome outcome) {
    CompletableFuture<Settlement.Outcome> chain = new CompletableFuture<>();
    new Settlement().settle(chain);
    chain.complete(new Settlement.Outcome(status, 3));
    truth.ended("settlement", outcome);
    truth.value("settlement", "cost", 3);
  }
}
