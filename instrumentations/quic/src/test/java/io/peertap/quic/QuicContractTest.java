package io.peertap.quic;

import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import io.peertap.test.SelfSigned;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** Netty's QUIC keeps every instrumentation's promises. */
class QuicContractTest extends InstrumentationContract {

  private static final Duration LONG = Duration.ofSeconds(10);

  @Override
  protected Instrumentation instrumentation() {
    return new QuicInstrumentation();
  }

  @Override
  protected List<String> transcript() throws Exception {
    SelfSigned identity = SelfSigned.create();
    for (int i = 0; i < 5; i++) {
      try (Pair pair = new NettyPair()) {
        InetSocketAddress server = pair.listen(identity, LONG);
        pair.dial(server, identity, LONG);
        pair.echo(2, 1000);
        pair.hangUp();
      }
    }
    return List.of("echoed");
  }

  /** Netty 4.2's QUIC is not on the class path, the incubator's is. */
  @Override
  protected List<String> unreachable() {
    return List.of(
        "QuicheQuicChannel#attachQuicheConnection/1",
        "QuicheQuicChannel#attachQuicheConnection/1",
        "QuicheQuicChannel#doClose/0");
  }
}
