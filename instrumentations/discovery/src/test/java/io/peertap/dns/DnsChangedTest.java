package io.peertap.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.dns.loop.NettyResolver;
import io.peertap.dns.loop.Resolver;
import io.peertap.test.ChangedLibrary;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A resolver to come, in which something is not where it was. */
class DnsChangedTest {

  @Test
  void methodThatIsGone_costsItsHookAndNotTheLookUps() throws Exception {
    assertThat(ChangedLibrary.inactive(new OfClassPath(), "resolve"))
        .containsExactly("DnsResolveContext#resolve/1 SKIPPED no method resolve with 1 arguments");
  }

  /** The contract with the resolver of the class path, which can be changed. */
  static final class OfClassPath extends DnsContractTest {
    @Override
    protected List<String> transcript() throws Exception {
      try (NameServer server = new NameServer();
          Resolver resolver = new NettyResolver().apply(server.port())) {
        return List.of(
            resolver.resolve("node.test."),
            resolver.resolve("no.test."),
            server.asked().toString());
      }
    }
  }
}
