package io.peertap.operations.packs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.dkg.DkgSession;
import com.example.dkg.DkgSession.Members;
import com.example.dkg.NotReadyException;
import com.example.dkg.ResultChain;
import io.peertap.api.Outcome;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** A key generation of one's own. */
@SuppressWarnings("FutureReturnValueIgnored") // The agent follows them.
final class Dkg implements Driver {

  @Override
  public void drive(Truth truth) {
    generate(truth);
    judge(truth);
  }

  private static void generate(Truth truth) {
    DkgSession good = new DkgSession();
    good.execute(new Members(List.of(1, 4)));
    DkgSession late = new DkgSession();
    late.execute(new Members(List.of(2)));
    late.fail(new TimeoutException("round 3"));
    DkgSession bad = new DkgSession();
    bad.execute(new Members(List.of(3)));
    bad.fail(new IllegalStateException("wrong share"));
    good.finish(42);
    truth.participants("dkg", 4);
    truth.ended("dkg", Outcome.SUCCESS);
    truth.ended("dkg", Outcome.TIMEOUT);
    truth.ended("dkg", Outcome.FAILURE);
    assertThatThrownBy(() -> new DkgSession().execute(new Members(List.of())))
        .isInstanceOf(NotReadyException.class);
    truth.rejected("dkg", "not_ready");
  }

  private static void judge(Truth truth) {
    ResultChain chain = new ResultChain();
    for (long seed = 1; seed <= 3; seed++) {
      chain.validate(new byte[] {1});
      chain.submit(seed, new byte[] {1});
      truth.happened("dkg_validation");
      truth.happened("dkg_approval_submitted");
    }
    chain.challenge(new byte[] {2});
    truth.happened("dkg_challenge_submitted");
    chain.onExpired(2);
    truth.ended("dkg_result", Outcome.TIMEOUT);
    chain.onApproved(3);
    truth.ended("dkg_result", Outcome.SUCCESS);
    chain.onRejected(1);
    truth.ended("dkg_result", Outcome.FAILURE);
  }
}
