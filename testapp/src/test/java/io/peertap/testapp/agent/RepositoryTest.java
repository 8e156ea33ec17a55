package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stands twice in the repository, because it must, says the same twice. */
class RepositoryTest {

  private static final Path ROOT = Path.of(System.getProperty("basedir", "")).resolve("..");

  @RegisterExtension
  final Jvms jvms = new Jvms();

  @Test
  void readme_hasTheOptionsOfTheJar() throws Exception {
    String table = jvms.jvm().runJar(Artifacts.agent(), "options", "--markdown").out();
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains(table.strip());
  }

  @Test
  void readme_hasTheLibrariesOfTheJar() throws Exception {
    String table =
        jvms.jvm().runJar(Artifacts.agent(), "libraries", "--markdown").out();
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains(table.strip());
  }

  @Test
  void docs_haveTheMetricsOfTheJar() throws Exception {
    String table =
        jvms.jvm().runJar(Artifacts.agent(), "metrics", "--format=markdown").out();
    assertThat(Files.readString(ROOT.resolve("agent/docs/metrics.md")))
        .as(
            "agent/docs/metrics.md is not what the jar prints; put the output of"
                + " 'java -jar agent/dist/target/peertap.jar metrics --format=markdown' in place of its table")
        .contains(table.strip());
  }

  @Test
  void everyInstrumentation_isBuiltAndBundled() throws IOException {
    String build = Files.readString(ROOT.resolve("instrumentations/pom.xml"));
    String bundle = Files.readString(ROOT.resolve("agent/bundle/pom.xml"));
    assertThat(instrumentations()).isNotEmpty().allSatisfy(name -> {
      assertThat(build).contains("<module>" + name + "</module>");
      assertThat(bundle).contains("<artifactId>peertap-" + name + "</artifactId>");
    });
  }

  private static List<String> instrumentations() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT.resolve("instrumentations"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .map(folder -> folder.getFileName().toString())
          .toList();
    }
  }
}
