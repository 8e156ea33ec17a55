package io.peertap.discv5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * What is counted, and what a changed library costs, where this Java is too old for the library and
 * another is installed. The contract's many runs take a build on that Java.
 */
@EnabledForJreRange(max = JRE.JAVA_20)
class LaterJavaTest {

  private static final Path INSTALLED = Path.of("/usr/lib/jvm");
  private static final String FEATURE = "25";
  private static final int MINUTES = 4;

  @TempDir
  private Path directory;

  @Test
  void testsOfTheLibrary_pass() throws Exception {
    Optional<Path> java = laterJava();
    assumeTrue(java.isPresent(), "Java " + FEATURE + " is not installed");
    Path out = directory.resolve("out");
    List<String> command = new ArrayList<>(List.of(java.get().toString()));
    for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (flag.startsWith("-X")) {
        command.add(flag);
      }
    }
    command.add("-Dbasedir=" + System.getProperty("basedir", ""));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(LaterJavaTest.class.getName());
    Process tests = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
    try {
      assertThat(tests.waitFor(MINUTES, TimeUnit.MINUTES)).as("ended").isTrue();
      assertThat(tests.exitValue()).as(() -> text(out)).isZero();
    } finally {
      tests.destroyForcibly();
    }
  }

  /** On the later Java. */
  public static void main(String[] args) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
        .selectors(selectClass(Discv5TruthTest.class), selectClass(Discv5ChangedTest.class))
        .build();
    LauncherFactory.create().execute(request, listener);
    TestExecutionSummary summary = listener.getSummary();
    PrintWriter out = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    summary.printTo(out);
    summary.printFailuresTo(out, 40);
    boolean passed = summary.getTotalFailureCount() == 0 && summary.getTestsSucceededCount() > 0;
    System.exit(passed ? 0 : 1); // Threads of the library may run on.
  }

  private static Optional<Path> laterJava() throws IOException {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(INSTALLED)) {
      return homes
          .filter(home -> text(home.resolve("release")).contains("JAVA_VERSION=\"" + FEATURE))
          .sorted()
          .map(home -> home.resolve("bin").resolve("java"))
          .findFirst();
    }
  }

  private static String text(Path file) {
    try {
      return Files.isReadable(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return e.toString();
    }
  }
}
