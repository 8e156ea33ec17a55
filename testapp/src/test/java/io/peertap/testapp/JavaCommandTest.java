package io.peertap.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a child JVM inherits. */
class JavaCommandTest {

  @Test
  void runsTheSameJavaWithTheSameFlagsAndClassPath() {
    ProcessBuilder builder = JavaCommand.of(ChildMain.class, List.of("2", "127.0.0.1:1"));

    assertThat(builder.command().get(0)).startsWith(System.getProperty("java.home"));
    assertThat(builder.command())
        .containsAll(ManagementFactory.getRuntimeMXBean().getInputArguments())
        .endsWith(
            "-cp",
            System.getProperty("java.class.path"),
            "io.peertap.testapp.ChildMain",
            "2",
            "127.0.0.1:1");
    assertThat(builder.environment()).doesNotContainKey("JAVA_TOOL_OPTIONS");
  }

  @Test
  void inheritsAgentsButNoDebugger() {
    List<String> flags = List.of("-javaagent:a.jar=port=1", "-Dx=y", "-agentlib:jdwp=server=y");

    assertThat(JavaCommand.inheritedFlags(flags))
        .containsExactly("-javaagent:a.jar=port=1", "-Dx=y");
  }
}
