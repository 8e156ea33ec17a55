package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.testapp.agent.hosts.Patient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The jar's command brings the agent into a JVM that runs. */
class AttachCommandTest {

  /** More than Linux gives. */
  private static final String NO_PROCESS = "99999999";

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  @Test
  void jvmThatRuns_getsTheAgentWithItsOptions() throws IOException {
    Path port = jvms.folder().resolve("port");
    RunningJvm host = jvms.jvm().start(Patient.class).awaitLines(1, "ready");

    RunningJvm command = attach(Long.toString(host.pid()), "port=0,port.file=" + port);

    assertThat(command.exitCode()).as(command.err()).isZero();
    assertThat(command.out()).contains("Loaded into " + host.pid());
    await("port file").atMost(Duration.ofSeconds(30)).until(() -> Files.exists(port));
    assertThat(host.tell("").exitCode()).isZero();
  }

  @Test
  void jvmThatDoesNotExist_isOneLine() throws IOException {
    RunningJvm command = attach(NO_PROCESS);

    assertThat(command.exitCode()).isEqualTo(1);
    assertThat(command.err().lines())
        .singleElement()
        .asString()
        .startsWith("peertap: there is no JVM " + NO_PROCESS)
        .contains("jps -l");
  }

  private RunningJvm attach(String... arguments) throws IOException {
    String[] all = new String[arguments.length + 1];
    all[0] = "attach";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return jvms.jvm().runJar(Artifacts.agent(), all);
  }
}
