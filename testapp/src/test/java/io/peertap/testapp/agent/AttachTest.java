package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peertap.testapp.agent.hosts.NettyEcho;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The agent comes to an application with open connections, and leaves again. */
class AttachTest {

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void countsFromThenOn(Jdk jdk) throws IOException {
    Echo echo = running(jdk);
    long before = echo.bytes();
    echo.jvm().attach();

    echo.talk().awaitBytes(echo.bytes() - before).assertConnected(Echo.CLIENTS);
    echo.connect(4).talk().awaitBytes(echo.bytes() - before).assertConnected(4);

    Scrape scrape = echo.jvm().scrape();
    assertThat(scrape.sum("connections_opened_total")).as("new ones, both ends").isEqualTo(2);
    assertThat(scrape.sum("agent_errors_total")).isZero();
    echo.end();
    assertThat(echo.jvm().out()).isEqualTo(alone(jdk));
  }

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void countsOnTheModulePathToo(Jdk jdk) throws IOException {
    Echo echo = Echo.of(jvm(jdk).startModule(NettyEcho.class)).talk();
    long before = echo.bytes();

    echo.jvm().attach();

    echo.talk().awaitBytes(echo.bytes() - before).assertConnected(Echo.CLIENTS);
    assertThat(echo.jvm().scrape().sum("agent_errors_total")).isZero();
    echo.end();
  }

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void comesOnceOnly(Jdk jdk) throws IOException {
    Echo echo = running(jdk);
    long before = echo.bytes();
    echo.jvm().attach().port();
    echo.jvm().awaitErr("recognised netty");
    int lines = echo.jvm().agentLines().size();

    echo.jvm().attach(Artifacts.agent(), "port=0");

    assertThat(echo.jvm().agentLines().subList(lines, echo.jvm().agentLines().size()))
        .singleElement()
        .asString()
        .contains("already at work", "enabled=false");
    echo.talk().awaitBytes(echo.bytes() - before).assertConnected(Echo.CLIENTS).end();
  }

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void leavesWithoutATrace(Jdk jdk) throws IOException {
    Echo echo = running(jdk);
    echo.jvm().attach();
    echo.talk().awaitBytes(echo.bytes() / 2);
    int port = echo.jvm().port();
    assertThat(echo.jvm().jcmd("Thread.print")).contains("\"peertap-");

    echo.jvm().detach();

    assertThatThrownBy(() -> Scrape.of(port)).isInstanceOf(ConnectException.class);
    assertThat(echo.jvm().jcmd("Thread.print")).contains("\"main\"").doesNotContain("\"peertap");
    echo.talk().connect(4).talk().end();
  }

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void comesBackAndLeavesAgain(Jdk jdk) throws IOException {
    Echo echo = running(jdk);
    echo.jvm().attach();
    echo.talk().jvm().awaitErr("recognised netty").detach();
    echo.talk();
    long before = echo.bytes();

    echo.jvm().attach();

    echo.talk().awaitBytes(echo.bytes() - before).assertConnected(Echo.CLIENTS);
    assertThat(echo.jvm().scrape().sum("agent_errors_total")).isZero();
    echo.jvm().detach();
    echo.talk().end();
    assertThat(echo.jvm().agentLines()).as("comes, leaves, comes, leaves").hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void canBeCollectedWhileConnectionsLive(Jdk jdk) throws IOException {
    Echo echo = Echo.of(jvm(jdk)
        // What only soft references hold is collected, as it is when memory gets scarce.
        .flags("-XX:SoftRefLRUPolicyMSPerMB=0")
        .start(NettyEcho.class));
    echo.jvm().attach();
    echo.talk().hang().connect(4).awaitBytes(echo.bytes() / 2).assertConnected(4);
    assertThat(agentLoaders(echo.jvm())).hasSize(1);

    echo.jvm().detach();

    for (int i = 0; i < 3; i++) {
      echo.jvm().jcmd("GC.run");
    }
    assertThat(agentLoaders(echo.jvm())).as("what keeps the agent in memory").isEmpty();
    echo.talk().end();
  }

  /** The loaders that hold all of the agent, as a histogram after a full collection shows them. */
  private static List<String> agentLoaders(RunningJvm jvm) throws IOException {
    return jvm.jcmd("GC.class_histogram")
        .lines()
        .filter(line -> line.endsWith(" io.peertap.AgentLoader"))
        .toList();
  }

  /** What the host of {@link #countsFromThenOn} prints when nobody watches it. */
  private String alone(Jdk jdk) throws IOException {
    return Echo.of(jvms.jvm(jdk).start(NettyEcho.class))
        .talk()
        .connect(4)
        .talk()
        .end()
        .out();
  }

  private Echo running(Jdk jdk) throws IOException {
    return Echo.of(jvm(jdk).start(NettyEcho.class));
  }

  /** Without the flag, newer JVMs warn of every agent that attaches. */
  private Jvm jvm(Jdk jdk) {
    return jvms.jvm(jdk).flags("-XX:+EnableDynamicAgentLoading").flags(jdk.verifyAll());
  }
}
