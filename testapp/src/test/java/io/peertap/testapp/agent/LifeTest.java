package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.testapp.agent.hosts.NettyEcho;
import io.peertap.testapp.agent.hosts.Patient;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The agent neither comes twice nor keeps its host alive. */
class LifeTest {

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  @Test
  void namedTwiceItCountsOnce() throws IOException {
    Echo echo = Echo.of(jvms.jvm().agentOnAnyPort().agent("port=0").start(NettyEcho.class));

    echo.awaitBytes(echo.bytes()).assertConnected(Echo.CLIENTS);
    assertThat(echo.jvm().scrape().sum("connections_opened_total")).isEqualTo(2 * Echo.CLIENTS);
    echo.jvm().awaitErr("recognised netty");
    RunningJvm ended = echo.end();
    assertThat(ended.agentLines()).hasSize(2);
    assertThat(ended.agentLines().get(0)).contains("already at work");
    assertThat(ended.agentLines().get(1)).contains("recognised netty");
  }

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void hostEndsWithItsMainMethod(Jdk jdk) throws IOException {
    RunningJvm host = jvms.jvm(jdk).agentOnAnyPort().start(Patient.class);
    assertThat(host.scrape().sum("agent_info")).as("serves").isEqualTo(1);

    host.tell("");

    assertThat(host.exitCode()).isZero();
    assertThat(host.out()).isEqualTo("ready\nbye\n");
  }
}
