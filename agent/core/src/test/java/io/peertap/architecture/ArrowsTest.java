package io.peertap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.metric.Metrics;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The one direction: record, metric, exposition, http; nothing points back. */
class ArrowsTest {

  private static final Map<String, Set<String>> MAY_KNOW = Map.of(
      "alert", Set.of("metric", "text"),
      "metric", Set.of(),
      "text", Set.of(),
      "record", Set.of("api", "metric"),
      "exposition", Set.of("metric"),
      "config", Set.of("api"),
      "dialect", Set.of("metric", "text"),
      "process", Set.of("metric"),
      "http", Set.of("api", "config", "dialect", "exposition", "metric"));

  private static final List<ClassFile> CLASSES = classes();

  @Test
  void packagesKnowOnlyWhatTheyMay() {
    List<String> wrong = new ArrayList<>();
    for (ClassFile file : CLASSES) {
      Set<String> allowed = MAY_KNOW.get(file.ownPackage());
      for (String other : file.packages()) {
        if (allowed == null || !allowed.contains(other)) {
          wrong.add(file.name() + " knows " + other);
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void everyPackageHasItsRule() {
    assertThat(CLASSES.stream().map(ClassFile::ownPackage).distinct())
        .containsExactlyInAnyOrderElementsOf(MAY_KNOW.keySet());
  }

  @Test
  void nobodyLogsThroughTheHost() {
    assertThat(users((file, member) -> member.startsWith("java/util/logging/")
            || member.startsWith("java/lang/System.getLogger:")
            || member.startsWith("java/lang/System$Logger")))
        .isEmpty();
  }

  @Test
  void nobodyPrintsToTheHost() {
    assertThat(users((file, member) ->
            member.startsWith("java/lang/System.out:") || member.endsWith(".printStackTrace:()V")))
        .isEmpty();
  }

  @Test
  void threadsAreMadeInOnePlaceOnly() {
    assertThat(users((file, member) -> !file.simpleName().startsWith("DaemonThreads")
            && (member.startsWith("java/lang/Thread.<init>:")
                || member.startsWith("java/util/Timer.<init>:")
                || member.startsWith("java/util/concurrent/ForkJoinPool")
                || (member.startsWith("java/util/concurrent/Executors.new")
                    && !member.contains("Ljava/util/concurrent/ThreadFactory;")))))
        .isEmpty();
  }

  @Test
  void theReaderSeesWhatAClassUses() {
    ClassFile metrics = CLASSES.stream()
        .filter(file -> file.name().equals("io/peertap/metric/Metrics"))
        .findFirst()
        .orElseThrow();

    assertThat(metrics.members()).contains("java/lang/System.nanoTime:()J");
    assertThat(users((file, member) -> member.startsWith("java/lang/Thread.<init>:")))
        .isNotEmpty()
        .allMatch(user -> user.startsWith("io/peertap/http/DaemonThreads"));
  }

  private static List<String> users(BiPredicate<ClassFile, String> use) {
    List<String> users = new ArrayList<>();
    for (ClassFile file : CLASSES) {
      for (String member : file.members()) {
        if (use.test(file, member)) {
          users.add(file.name() + " uses " + member);
        }
      }
    }
    return users;
  }

  private static List<ClassFile> classes() {
    try {
      Path root = Path.of(
          Metrics.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(root)) {
        return files
            .filter(file -> file.toString().endsWith(".class"))
            .map(ClassFile::read)
            .toList();
      }
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
