package io.peertap.libp2p;

import static org.junit.jupiter.api.Assumptions.abort;

import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import java.util.List;

/** What the contract asks without the library; the whole of it runs where the library resolves. */
class Libp2pHooksTest extends InstrumentationContract {

  @Override
  protected Instrumentation instrumentation() {
    return new Libp2pInstrumentation();
  }

  @Override
  protected List<String> transcript() {
    return abort("jvm-libp2p is not here");
  }
}
