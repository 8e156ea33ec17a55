package io.peertap.kwik;

import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import io.peertap.test.SelfSigned;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** Kwik keeps every instrumentation's promises. */
class KwikContractTest extends InstrumentationContract {

  private static final Duration LONG = Duration.ofSeconds(10);

  @Override
  protected Instrumentation instrumentation() {
    return new KwikInstrumentation();
  }

  @Override
  protected List<String> transcript() throws Exception {
    SelfSigned identity = SelfSigned.create();
    try (Pair pair = new KwikPair()) {
      InetSocketAddress server = pair.listen(identity, LONG);
      pair.dial(server, identity, LONG);
      pair.echo(3, 1000);
      pair.hangUp();
    }
    return List.of("echoed");
  }
}
