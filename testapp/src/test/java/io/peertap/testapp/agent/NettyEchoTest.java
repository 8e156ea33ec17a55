package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.testapp.agent.hosts.NettyEcho;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The agent from the start in a Netty application: the host as it was, the numbers as they are. */
class NettyEchoTest {

  /** One line if Netty comes within a second, else two. */
  private static final String START_LINES =
      "peertap: \\S+ at http://127\\.0\\.0\\.1:PORT/, recognised"
          + "( netty 4\\.1\\S+| nothing yet\npeertap: recognised netty 4\\.1\\S+)";

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void onTheClassPath(Jdk jdk) throws IOException {
    RunningJvm alone = Echo.of(jvm(jdk).start(NettyEcho.class)).end();

    Echo observed = Echo.of(jvm(jdk).agentOnAnyPort().start(NettyEcho.class));

    assertTruth(observed);
    assertSameHost(observed, alone);
  }

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void onTheModulePath(Jdk jdk) throws IOException {
    RunningJvm alone = Echo.of(jvm(jdk).startModule(NettyEcho.class)).end();

    Echo observed = Echo.of(jvm(jdk).agentOnAnyPort().startModule(NettyEcho.class));

    assertTruth(observed);
    assertSameHost(observed, alone);
  }

  private Jvm jvm(Jdk jdk) {
    return jvms.jvm(jdk).flags(jdk.verifyAll());
  }

  private static void assertTruth(Echo echo) throws IOException {
    echo.jvm().awaitErr("recognised netty");
    echo.awaitBytes(echo.bytes()).assertConnected(Echo.CLIENTS);
    Scrape scrape = echo.jvm().scrape();
    for (String direction : List.of("inbound", "outbound")) {
      String label = "direction=\"" + direction + '"';
      assertThat(scrape.sum("connections_opened_total", label)).isEqualTo(Echo.CLIENTS);
      assertThat(scrape.sum("connections_closed_total", label)).isZero();
    }
    assertDials(scrape);
    assertThat(scrape.sum("agent_errors_total")).isZero();
  }

  private static void assertDials(Scrape scrape) {
    String dials = "direction=\"outbound\"";
    assertThat(scrape.sum("connection_attempts_total", dials, "outcome=\"success\""))
        .isEqualTo(Echo.CLIENTS);
    assertThat(scrape.sum("connection_attempts_total", dials, "outcome=\"failure\""))
        .isEqualTo(1);
    assertThat(scrape.sum("connection_attempts_total", dials)).isEqualTo(Echo.CLIENTS + 1);
    assertThat(scrape.sum("connection_errors_total", "phase=\"connect\"", "reason=\"refused\""))
        .isEqualTo(1);
  }

  private static void assertSameHost(Echo observed, RunningJvm alone) throws IOException {
    String port = Integer.toString(observed.jvm().port());
    RunningJvm ended = observed.end();
    assertThat(ended.out()).isEqualTo(alone.out());
    assertThat(ended.otherLines()).isEqualTo(alone.otherLines());
    assertThat(String.join("\n", ended.agentLines())).matches(START_LINES.replace("PORT", port));
  }
}
