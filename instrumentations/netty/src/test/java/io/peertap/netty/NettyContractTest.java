package io.peertap.netty;

import io.peertap.api.Instrumentation;
import io.peertap.netty.scenario.Http2Streams;
import io.peertap.netty.scenario.QuicEcho;
import io.peertap.netty.scenario.Refused;
import io.peertap.netty.scenario.Scenario;
import io.peertap.netty.scenario.TcpEcho;
import io.peertap.netty.scenario.TlsEcho;
import io.peertap.test.InstrumentationContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Netty keeps every instrumentation's promises. */
class NettyContractTest extends InstrumentationContract {

  @Override
  protected Instrumentation instrumentation() {
    return new NettyInstrumentation();
  }

  @Override
  protected List<String> transcript() {
    List<String> transcript = new ArrayList<>();
    for (Scenario scenario :
        List.of(new TcpEcho(), new TlsEcho(), new Http2Streams(), new QuicEcho(), new Refused())) {
      transcript.add(scenario.getClass().getSimpleName() + counts(scenario.apply(Map.of())));
    }
    return transcript;
  }

  /** Netty 4.2's QUIC is not on the class path, the incubator's is. */
  @Override
  protected List<String> unreachable() {
    return List.of(
        "QuicStreamChannelUnsafe#write/2",
        "QuicheQuicChannel#attachQuicheConnection/1",
        "QuicheQuicStreamChannel#shutdown0/2",
        "QuicheQuicStreamChannel#shutdownOutput0/2");
  }

  /** What the application did; ports and encrypted lengths differ from run to run. */
  private static Map<String, Object> counts(Map<String, Object> truth) {
    Map<String, Object> counts = new TreeMap<>();
    truth.forEach((key, value) -> {
      if (value instanceof Long && !key.startsWith("wire")) {
        counts.put(key, value);
      }
    });
    return counts;
  }
}
