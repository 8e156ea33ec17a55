package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.testapp.agent.hosts.NettyEcho;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An archive of the application's classes, made without the agent, serves with the agent too. */
class ClassDataSharingTest {

  private static final String SHARED = " source: shared objects file (top)";

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  @ParameterizedTest
  @EnumSource(Jdk.class)
  void keepsClassesFromTheArchive(Jdk jdk) throws IOException {
    Path archive = archive(jdk);
    Set<String> alone = shared(archive, jvms.jvm(jdk));

    Set<String> observed = shared(archive, jvms.jvm(jdk).agentOnAnyPort());

    observed.retainAll(alone);
    assertThat(alone).as("Netty's classes from the archive").hasSizeGreaterThan(100);
    assertThat(observed.size()).as("of " + alone.size()).isGreaterThan(alone.size() * 95 / 100);
  }

  /** Made by the application alone. The JVM reports on stdout what it leaves out. */
  private Path archive(Jdk jdk) throws IOException {
    Path archive = jvms.folder().resolve("app.jsa");
    Jvm jvm = jvms.jvm(jdk).flags("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable");
    Echo.of(jvm.start(NettyEcho.class)).end();
    return archive;
  }

  /** Netty's classes that come from the archive. */
  private Set<String> shared(Path archive, Jvm jvm) throws IOException {
    Path log = Files.createTempFile(jvms.folder(), "loaded", ".log");
    Echo.of(jvm.flags(
                "-XX:SharedArchiveFile=" + archive, "-Xlog:disable", "-Xlog:class+load:file=" + log)
            .start(NettyEcho.class))
        .end();
    try (Stream<String> lines = Files.lines(log)) {
      Set<String> names = new TreeSet<>();
      lines
          .filter(line -> line.contains(" io.netty.") && line.endsWith(SHARED))
          .map(line -> line.substring(line.indexOf(" io.netty.") + 1))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .forEach(names::add);
      return names;
    }
  }
}
