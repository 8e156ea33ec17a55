package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.testapp.agent.hosts.Hello;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A JVM that never talks to a peer: start scripts, keytool, jcmd. */
class HelloTest {

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void changesNothingAndLoadsNextToNothing(Jdk jdk) throws IOException {
    Path loaded = jvms.folder().resolve("loaded");

    RunningJvm hello =
        jvms.jvm(jdk).flags("-Xlog:class+load:file=" + loaded).agent().run(Hello.class);

    assertThat(hello.out()).isEqualTo("Hello, world\n");
    assertThat(hello.err()).isEmpty();
    assertThat(hello.exitCode()).isEqualTo(Hello.EXIT);
    assertThat(Files.readString(loaded))
        .contains("io.peertap.Premain")
        .doesNotContain("bytebuddy")
        .as("a library's module, a hook")
        .doesNotContain("NettyInstrumentation", "io.peertap.api.Hook")
        .as("a rule that nobody will evaluate")
        .doesNotContain("io.peertap.alert")
        .as("an endpoint, a port")
        .doesNotContain("httpserver");
  }
}
