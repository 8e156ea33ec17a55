package io.peertap.testapp.signing;

import io.peertap.testapp.dkg.Membership;
import io.peertap.testapp.work.Recent;
import java.util.function.Function;

/** One executor per key. */
public final class Signers {

  private static final int MOST = 16;

  private final Recent<String, SigningExecutor> executors = new Recent<>(MOST);
  private final Function<Membership, SigningExecutor> maker;

  /** Makes executors as they are needed. */
  public Signers(Function<Membership, SigningExecutor> maker) {
    this.maker = maker;
  }

  /** The executor of a key. */
  public SigningExecutor of(Membership membership) {
    return executors.get(membership.id(), any -> maker.apply(membership));
  }
}
