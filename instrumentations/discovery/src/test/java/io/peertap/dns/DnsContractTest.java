package io.peertap.dns;

import io.peertap.api.Instrumentation;
import io.peertap.dns.loop.Resolver;
import io.peertap.dns.loop.ResolverLoader;
import io.peertap.test.InstrumentationContract;
import java.util.ArrayList;
import java.util.List;

/** Netty's resolver keeps every instrumentation's promises. */
class DnsContractTest extends InstrumentationContract {

  @Override
  protected Instrumentation instrumentation() {
    return new DnsInstrumentation();
  }

  @Override
  protected List<String> transcript() throws Exception {
    List<String> transcript = new ArrayList<>();
    try (NameServer server = new NameServer();
        Resolver resolver = ResolverLoader.resolver("4.1.140", "", server.port())) {
      for (int i = 0; i < 5; i++) {
        transcript.add(resolver.resolve("node" + i + ".test."));
        transcript.add(resolver.resolve("no" + i + ".test."));
      }
      transcript.addAll(server.asked());
    }
    return transcript;
  }
}
