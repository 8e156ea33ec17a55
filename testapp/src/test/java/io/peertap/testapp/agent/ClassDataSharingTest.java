package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.testapp.agent.hosts.NettyEcho;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An archive of the application's classes, made without the agent, serves with the agent too; a cache
 * of Java 25 does if it was made with it.
 */
class ClassDataSharingTest {

  private static final String SHARED = " source: shared objects file";

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

  @Test
  void cacheThatWasTrainedWithTheAgent_serves() throws IOException {
    Path cache = cache(jvms.jvm(Jdk.JAVA_25).agentOnAnyPort());

    Jvm jvm = jvms.jvm(Jdk.JAVA_25).agentOnAnyPort();

    assertThat(classes("-XX:AOTCache=" + cache, jvm)).hasSizeGreaterThan(100);
  }

  /** Nothing that an agent does changes that: the JVM compares its modules before it loads agents. */
  @Test
  void cacheThatWasTrainedWithout_isRefusedByTheJvm() throws IOException {
    Path cache = cache(jvms.jvm(Jdk.JAVA_25));

    assertThat(classes("-XX:AOTCache=" + cache, jvms.jvm(Jdk.JAVA_25))).hasSizeGreaterThan(100);
    assertThat(classes("-XX:AOTCache=" + cache, jvms.jvm(Jdk.JAVA_25).agentOnAnyPort()))
        .isEmpty();
  }

  /** The JVM reports on stdout, behind all that the application says. */
  private Path cache(Jvm jvm) throws IOException {
    Path cache = jvms.folder().resolve("app.aot");
    RunningJvm running =
        jvm.flags("-XX:AOTCacheOutput=" + cache, "-Xlog:disable").start(NettyEcho.class);
    assertThat(Echo.of(running).jvm().tell("end").exitCode())
        .as(running.err())
        .isEqualTo(NettyEcho.EXIT);
    assertThat(cache).exists();
    return cache;
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
    return classes("-XX:SharedArchiveFile=" + archive, jvm);
  }

  private Set<String> classes(String source, Jvm jvm) throws IOException {
    Path log = Files.createTempFile(jvms.folder(), "loaded", ".log");
    Echo.of(jvm.flags(source, "-Xlog:disable", "-Xlog:class+load:file=" + log)
            .start(NettyEcho.class))
        .end();
    try (Stream<String> lines = Files.lines(log)) {
      Set<String> names = new TreeSet<>();
      lines
          .filter(line -> line.contains(" io.netty.") && line.contains(SHARED))
          .map(line -> line.substring(line.indexOf(" io.netty.") + 1))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .forEach(names::add);
      return names;
    }
  }
}
