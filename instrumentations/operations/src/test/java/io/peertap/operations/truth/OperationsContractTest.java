package io.peertap.operations.truth;

import io.peertap.api.Instrumentation;
import io.peertap.operations.OperationsInstrumentation;
import io.peertap.test.InstrumentationContract;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Operations keep every instrumentation's promises; what they hook here, conventions choose. */
class OperationsContractTest extends InstrumentationContract {

  private static final int ROUNDS = 8;

  @Override
  protected Instrumentation instrumentation() {
    return new OperationsInstrumentation();
  }

  @Override
  protected List<String> transcript() {
    List<String> transcript = new ArrayList<>();
    SigningExecutor executor = new SigningExecutor();
    for (int round = 0; round < ROUNDS; round++) {
      transcript.add(executor.sign("a"));
      transcript.add(refused(executor));
      CompletableFuture<String> later = executor.signLater();
      later.complete("b");
      transcript.add(later.join());
      CompletableFuture<String> never = executor.signLater();
      transcript.add("cancelled " + never.cancel(false));
    }
    return transcript;
  }

  private static String refused(SigningExecutor executor) {
    try {
      return executor.sign("");
    } catch (SigningExecutor.SignerBusyException e) {
      return e + " at " + e.getStackTrace()[0] + " of " + e.getStackTrace()[1].getMethodName();
    }
  }
}
