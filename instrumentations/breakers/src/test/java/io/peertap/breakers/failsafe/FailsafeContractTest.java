package io.peertap.breakers.failsafe;

import dev.failsafe.CircuitBreaker;
import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import java.util.ArrayList;
import java.util.List;

/** Breakers of Failsafe keep every instrumentation's promises. */
class FailsafeContractTest extends InstrumentationContract {

  @Override
  protected Instrumentation instrumentation() {
    return new FailsafeInstrumentation();
  }

  @Override
  protected List<String> transcript() {
    List<String> transcript = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      CircuitBreaker<Object> breaker = CircuitBreaker.ofDefaults();
      transcript.add("permitted " + breaker.tryAcquirePermit());
      breaker.recordFailure();
      transcript.add(breaker.getState() + " " + breaker.getFailureCount());
      breaker.close();
      transcript.add(breaker.getState().toString());
    }
    return transcript;
  }
}
