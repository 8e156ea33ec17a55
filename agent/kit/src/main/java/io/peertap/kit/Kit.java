package io.peertap.kit;

import io.peertap.alert.BuiltInRules;
import io.peertap.alert.RuleGroup;
import io.peertap.alert.RuleWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that the command writes, file by file. */
public final class Kit {

  /** The job's name in Prometheus; the alert P2pTargetDown looks for names like it. */
  static final String JOB = "peertap";

  /** Texts of the jar, under the names that they have there and get in the folder. */
  private static final List<String> TEMPLATES = List.of(
      "README.md",
      "grafana/provisioning/datasources/peertap.yml",
      "grafana/provisioning/dashboards/peertap.yml",
      "grafana/dashboards/kustomization.yaml",
      "prometheus/prometheus.yml",
      "alertmanager/alertmanager.yml",
      "compose/compose.yml",
      "image/Dockerfile",
      "kubernetes/component/kustomization.yaml",
      "kubernetes/component/inject.yaml",
      "kubernetes/component/podmonitor.yaml",
      "kubernetes/component/networkpolicy.yaml",
      "kubernetes/example/kustomization.yaml",
      "kubernetes/example/node.yaml",
      "kubernetes/example/secret.example.yaml");

  /** The test application's nodes, each on the next port. */
  private static final int COMPOSE_NODES = 5;

  private static final int DEFAULT_PORT = 7337;
  private static final int LAST_PORT = 65_535;

  private final KitSettings settings;
  private final List<Board> boards;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private Kit(KitSettings settings) {
    this.settings = settings;
    this.boards = Boards.all().stream()
        .filter(board -> settings.boards().contains(board.id()))
        .toList();
  }

  /** Ids of all boards. */
  public static List<String> boards() {
    return Boards.ids();
  }

  /**
   * All files, by their path in the kit's folder.
   *
   * @throws IOException if the agent's jar cannot be read
   */
  public static Map<String, byte[]> files(KitSettings settings) throws IOException {
    Kit kit = new Kit(settings);
    kit.addTemplates();
    kit.addBoards();
    kit.addRules();
    kit.files.put("image/peertap.jar", Files.readAllBytes(settings.jar()));
    return kit.files;
  }

  private void addTemplates() {
    Map<String, String> values = values();
    for (String name : TEMPLATES) {
      add(name, Template.filled(name, values));
    }
    values.put("rules", "rules/");
    values.put("authorization", "");
    values.put("alertmanager", "alertmanager:9093");
    values.put("targets", composeTargets());
    add("compose/prometheus.yml", Template.filled("prometheus/prometheus.yml", values));
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("version", settings.version());
    values.put("job", JOB);
    values.put("port", String.valueOf(settings.port()));
    values.put("otherPorts", otherPorts(settings.port()));
    values.put("container", settings.container());
    values.put("nodes", String.valueOf(COMPOSE_NODES));
    values.put("rules", "");
    values.put("alertmanager", Yaml.quoted(settings.alertmanager()));
    values.put("targets", quoted(settings.targets()));
    values.put("authorization", authorization());
    values.put("token", aboutTheToken());
    values.put("boards", configMaps());
    return values;
  }

  private String authorization() {
    return settings.token()
        ? "authorization:\n  credentials_file: " + Yaml.quoted(tokenFile())
        : "";
  }

  private String tokenFile() {
    return settings.tokenFile() == null ? "token" : settings.tokenFile().toString();
  }

  private String aboutTheToken() {
    if (!settings.token()) {
      return "The agents ask for no token. Before they listen where others can reach them, give them one:"
          + " `kit --option token.file=FILE`.";
    }
    return settings.tokenFile() == null
        ? "Prometheus reads the agents' token from the file `prometheus/token`, which you write: this kit"
            + " holds no secret."
        : "Prometheus reads the agents' token from `" + settings.tokenFile() + "`.";
  }

  private static String otherPorts(int port) {
    return (range(1, port - 1) + range(port + 1, LAST_PORT)).stripTrailing();
  }

  private static String range(int first, int last) {
    return first > last ? "" : "- {protocol: TCP, port: " + first + ", endPort: " + last + "}\n";
  }

  private static String composeTargets() {
    List<String> targets = new ArrayList<>();
    for (int port = DEFAULT_PORT; port < DEFAULT_PORT + COMPOSE_NODES; port++) {
      targets.add("testapp:" + port);
    }
    return quoted(targets);
  }

  private static String quoted(List<String> texts) {
    return String.join(", ", texts.stream().map(Yaml::quoted).toList());
  }

  private String configMaps() {
    StringBuilder out = new StringBuilder();
    for (Board board : boards) {
      out.append(out.length() == 0 ? "" : "\n");
      out.append("- name: ").append(board.uid()).append("\n  files: [");
      out.append(board.uid()).append(".json]");
    }
    return out.toString();
  }

  private void addBoards() {
    for (Board board : boards) {
      add("grafana/dashboards/" + board.uid() + ".json", BoardJson.of(board));
    }
  }

  private void addRules() {
    List<RuleGroup> groups = rules();
    String alerts = RuleWriter.yaml(groups);
    add("prometheus/recording.yml", Recordings.yaml());
    add("prometheus/alerts.yml", alerts);
    for (RuleTest test : RuleTests.all(groups, settings.thresholds())) {
      add("prometheus/tests/" + test.name() + ".yml", test.yaml());
    }
    add(
        "kubernetes/component/prometheusrule.yaml",
        "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: peertap\nspec:\n"
            + Yaml.indented(alerts, 2));
  }

  private List<RuleGroup> rules() {
    return BuiltInRules.groups(settings.thresholds()).stream()
        .map(group -> new RuleGroup(
            group.name(),
            group.rules().stream()
                .filter(rule -> !settings.disabledRules().contains(rule.name()))
                .toList()))
        .toList();
  }

  private void add(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
