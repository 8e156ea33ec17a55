package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the jar writes is judged by the programs that it is written for. */
class KitTest {

  private static final Tool PROMTOOL = new Tool("promtool");
  private static final Tool AMTOOL = new Tool("amtool");
  private static final Tool KUBECTL = new Tool("kubectl");

  private static final int RULES = 25;
  private static final Pattern FAMILY =
      Pattern.compile("\\b(?:peertap|process)_[a-z0-9_]*[a-z0-9]");
  private static final Pattern SELECTOR = Pattern.compile("(peertap_[a-z0-9_]+)\\{([^}]*)}");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)(?:=~|!~|!=|=)");

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  @Test
  void everyRule_isValidAndFiresAndResolves() throws Exception {
    assumeTrue(PROMTOOL.present(), "promtool is not installed");
    Path kit = kit();
    List<String> tests = names(kit.resolve("prometheus/tests"));
    assertThat(tests).hasSize(RULES);

    assertThat(judge(PROMTOOL, kit, "check", "rules", "prometheus/alerts.yml"))
        .contains("SUCCESS: " + RULES + " rules found");
    judge(PROMTOOL, kit, "check", "rules", "prometheus/recording.yml");
    List<String> arguments = new ArrayList<>(List.of("test", "rules"));
    tests.forEach(test -> arguments.add("prometheus/tests/" + test));
    assertThat(judge(PROMTOOL, kit, arguments.toArray(String[]::new)).split("SUCCESS", -1))
        .hasSize(1 + RULES);
  }

  @Test
  void rules_haveTheLimitsInForce() throws Exception {
    Path kit = kit("--option=alerts.failures=44", "--option=alerts.disabled=P2pPeerChurn");

    assertThat(kit.resolve("prometheus/alerts.yml"))
        .content()
        .contains("[10m])) > 44")
        .doesNotContain("P2pPeerChurn");
    assertThat(names(kit.resolve("prometheus/tests"))).hasSize(RULES - 1);
  }

  @Test
  void configuration_hasThePortAndTheTokenInForce() throws Exception {
    assumeTrue(PROMTOOL.present() && AMTOOL.present(), "promtool or amtool is not installed");
    Path token = Files.writeString(jvms.folder().resolve("token"), "secret");
    Path kit = kit("--option", "port=9464", "--option", "token.file=" + token);

    judge(PROMTOOL, kit, "check", "config", "prometheus/prometheus.yml");
    judge(PROMTOOL, kit, "check", "config", "--syntax-only", "compose/prometheus.yml");
    judge(AMTOOL, kit, "check-config", "alertmanager/alertmanager.yml");
    assertThat(Files.readString(kit.resolve("prometheus/prometheus.yml")))
        .contains("targets: [\"127.0.0.1:9464\"]", "credentials_file: \"" + token + '"')
        .doesNotContain("secret");
    assertThat(Files.readString(kit.resolve("kubernetes/component/inject.yaml")))
        .contains("containerPort: 9464", "value: \"9464\"");
  }

  @Test
  void kubernetesFiles_areWhatKustomizePutsTogether() throws Exception {
    assumeTrue(KUBECTL.present(), "kubectl is not installed");
    Path kit = kit("--container", "app");
    Tool.Verdict verdict = KUBECTL.judge(kit, List.of("kustomize", "kubernetes/example"));
    assumeTrue(!verdict.text().contains("no matches for kind \"Component\""), "kubectl is too old");

    assertThat(verdict.exitCode()).as(verdict.text()).isZero();
    assertThat(verdict.text())
        .contains("-javaagent:/peertap/javaagent.jar", "name: app", "kind: PodMonitor")
        .contains("kind: PrometheusRule", "kind: NetworkPolicy", "readOnlyRootFilesystem: true")
        .contains("path: /livez", "path: /readyz", "path: /startupz", "runAsNonRoot: true")
        .contains("grafana_dashboard: \"1\"", "name: peertap-overview");
  }

  @Test
  void image_carriesThisJar() throws Exception {
    assertThat(kit().resolve("image/peertap.jar")).hasSameBinaryContentAs(Artifacts.agent());
  }

  @Test
  void sameCommand_writesTheSameFiles() throws Exception {
    Path first = kit();
    Path second = kit(jvms.folder().resolve("again"));

    assertThat(texts(first))
        .hasSizeGreaterThan(40)
        .allSatisfy(file ->
            assertThat(file).hasSameTextualContentAs(second.resolve(first.relativize(file))));
  }

  @Test
  void everyFamilyAndLabelThatAFileNames_isInTheVocabulary() throws Exception {
    Map<String, List<String>> families = families();
    List<String> unknown = new ArrayList<>();
    int checked = 0;
    for (Path file : texts(kit())) {
      String text = Files.readString(file).replace("\\\"", "\"");
      Matcher names = FAMILY.matcher(text.replaceAll("(?m)^ *- record: .*$", ""));
      while (names.find()) {
        checked++;
        if (labels(families, names.group()) == null) {
          unknown.add(file.getFileName() + ": " + names.group());
        }
      }
      Matcher selectors = SELECTOR.matcher(text);
      while (selectors.find()) {
        Matcher labels = LABEL.matcher(selectors.group(2).replaceAll("\"[^\"]*\"", ""));
        while (labels.find()) {
          checked++;
          List<String> there = labels(families, selectors.group(1));
          if (there != null && !there.contains(labels.group(1))) {
            unknown.add(file.getFileName() + ": " + selectors.group());
          }
        }
      }
    }

    assertThat(unknown).isEmpty();
    assertThat(checked).isGreaterThan(500);
  }

  @Test
  void folderThatIsNotEmpty_staysAsItIs() throws Exception {
    Path folder = Files.createDirectory(jvms.folder().resolve("mine"));
    Path mine = Files.writeString(folder.resolve("README.md"), "mine");
    Path other = Files.writeString(folder.resolve("other"), "mine too");

    assertRefused(1, run("--out", folder.toString()), folder + " is not empty", "--force");
    assertThat(names(folder)).containsExactly("README.md", "other");
    assertThat(mine).hasContent("mine");

    assertThat(run("--out", folder.toString(), "--force").exitCode()).isZero();
    assertThat(mine).content().startsWith("# Peertap kit");
    assertThat(other).hasContent("mine too");
    assertThat(names(folder))
        .containsExactly(
            "README.md",
            "alertmanager",
            "compose",
            "grafana",
            "image",
            "kubernetes",
            "other",
            "prometheus");
  }

  @Test
  void whatMakesNoSense_isOneLineAndWritesNothing() throws Exception {
    Path file = Files.writeString(jvms.folder().resolve("file"), "");
    String out = jvms.folder().resolve("kit").toString();

    assertRefused(1, run("--out", file.toString()), file + " is not a folder", "--out");
    assertRefused(1, run("--out", file + "/kit"), "cannot be written to", "--out");
    assertRefused(1, run("--out", "/proc/kit"), "/proc/kit cannot be written to", "--out");
    assertRefused(
        2, run("--out", out, "--boards", "peers,piers"), "no board piers", "overview", "topology");
    assertRefused(2, run("--out", out, "--option", "prot=1"), "prot", "did you mean port?");
    assertRefused(2, run("--out", out, "--option", "port=0"), "port=0", "--option port=<number>");
    assertRefused(
        2, run("--out", out, "--container", "My App"), "--container=My App", "lower-case");
    assertRefused(2, run(), "--out=<folder>", "help kit");
    assertThat(Path.of(out)).doesNotExist();
  }

  @Test
  void boards_areThoseThatAreAskedFor() throws Exception {
    assertThat(names(kit("--boards", "peers,agent").resolve("grafana/dashboards")))
        .containsExactly("kustomization.yaml", "peertap-agent.json", "peertap-peers.json");
  }

  private static void assertRefused(int exitCode, RunningJvm run, String... told) {
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("peertap: ")
        .contains(told);
  }

  private RunningJvm run(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("kit"));
    all.addAll(List.of(arguments));
    return jvms.jvm().runJar(Artifacts.agent(), all.toArray(String[]::new));
  }

  private Path kit(String... arguments) throws IOException {
    return kit(jvms.folder().resolve("kit"), arguments);
  }

  private Path kit(Path folder, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("--out", folder.toString()));
    all.addAll(List.of(arguments));
    RunningJvm run = run(all.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return folder;
  }

  private static String judge(Tool tool, Path kit, String... arguments) throws Exception {
    Tool.Verdict verdict = tool.judge(kit, List.of(arguments));
    assertThat(verdict.exitCode()).as(verdict.text()).isZero();
    return verdict.text();
  }

  /** Labels by family, mirrors included, as the jar prints them. */
  private Map<String, List<String>> families() throws IOException {
    String json =
        jvms.jvm().runJar(Artifacts.agent(), "metrics", "--format=json").out();
    Map<String, List<String>> families = new HashMap<>();
    for (JsonElement family : JsonParser.parseString(json).getAsJsonArray()) {
      JsonObject row = family.getAsJsonObject();
      families.put(row.get("name").getAsString(), labels(row));
      if (row.has("mirror")) {
        JsonObject mirror = row.getAsJsonObject("mirror");
        families.put(mirror.get("name").getAsString(), labels(mirror));
      }
    }
    return families;
  }

  private static List<String> labels(JsonObject family) {
    List<String> labels = new ArrayList<>(List.of("job", "instance", "le"));
    family.getAsJsonArray("labels").forEach(label -> labels.add(label.getAsString()));
    return labels;
  }

  private static List<String> labels(Map<String, List<String>> families, String name) {
    return families.getOrDefault(name, families.get(name.replaceFirst("_(bucket|sum|count)$", "")));
  }

  private static List<Path> texts(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".jar"))
          .toList();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
