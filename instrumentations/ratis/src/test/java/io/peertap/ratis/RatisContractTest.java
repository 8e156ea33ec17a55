package io.peertap.ratis;

import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import java.util.List;

/** Ratis keeps every instrumentation's promises. */
class RatisContractTest extends InstrumentationContract {

  @Override
  protected Instrumentation instrumentation() {
    return new RatisInstrumentation();
  }

  /** Who leads is a matter of chance; that somebody does, and that all is written, is not. */
  @Override
  protected List<String> transcript() {
    try (Group group = Group.started()) {
      group.write(5);
      return List.of("led and written");
    }
  }
}
