package io.peertap.runtime;

import io.peertap.config.Config;
import io.peertap.config.ConfigReader;
import io.peertap.config.HttpSettings;
import io.peertap.kit.Kit;
import io.peertap.kit.KitFolder;
import io.peertap.kit.KitSettings;
import io.peertap.weaver.ModuleEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes dashboards, rules and deployment files. */
@Command(
    name = "kit",
    sortOptions = false,
    description =
        "Write Grafana dashboards, Prometheus and Alertmanager configuration, alert rules with"
            + " their tests, a compose file and Kubernetes files, all for this version.")
final class KitCommand implements Callable<Integer> {

  private static final String TOKEN_FILE = "token.file";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "<folder>",
      description = "Where to; new or empty.")
  private Path out;

  @Option(
      names = "--force",
      description = "Replace files of the kit in a folder that is not empty, and leave the others.")
  private boolean force;

  @Option(
      names = "--boards",
      split = ",",
      paramLabel = "<board>",
      description = "Only these dashboards, with commas between.")
  private List<String> boards = Kit.boards();

  @Option(
      names = "--option",
      paramLabel = "key=value",
      description =
          "An option that the nodes run with, such as port or token.file; may be given again.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--targets",
      split = ",",
      paramLabel = "<host:port>",
      description = "The nodes, with commas between (default: this host, at the port in force).")
  private List<String> targets = List.of();

  @Option(
      names = "--alertmanager",
      paramLabel = "<host:port>",
      defaultValue = "127.0.0.1:9093",
      description = "Where Prometheus sends alerts (default: ${DEFAULT-VALUE}).")
  private String alertmanager;

  @Option(
      names = "--container",
      paramLabel = "<name>",
      defaultValue = "node",
      description = "The application's container in Kubernetes (default: ${DEFAULT-VALUE}).")
  private String container;

  private final String version;
  private final String jar;

  KitCommand(String version, String jar) {
    this.version = version;
    this.jar = jar;
  }

  @Override
  public Integer call() throws IOException {
    for (String board : boards) {
      if (!Kit.boards().contains(board)) {
        return refuse(
            "there is no board " + board + "; there are " + String.join(", ", Kit.boards()));
      }
    }
    if (!container.matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?")) {
      return refuse("--container=" + container
          + " is no container's name, which has lower-case letters, digits and -");
    }
    Config config = config();
    if (!config.problems().isEmpty()) {
      return refuse(config.problems().get(0));
    }
    if (config.http().port() == 0) {
      return refuse("port=0 is any port, where nobody can scrape; give --option port=<number>");
    }
    Map<String, byte[]> files = Kit.files(settings(config));
    try {
      new KitFolder(out).write(files, force);
    } catch (KitFolder.Refused e) {
      return CommandLine.complain(e.getMessage(), CommandLine.NOT_DONE);
    }
    System.out.println(files.size() + " files in " + out + "; " + out.resolve("README.md")
        + " tells what they are.");
    return CommandLine.DONE;
  }

  /** The token's file is the nodes': it need not be there where the kit is written. */
  private Config config() {
    Map<String, String> readable = new LinkedHashMap<>(options);
    readable.remove(TOKEN_FILE);
    List<ModuleEntry> modules = Modules.all();
    return ConfigReader.given(
        "command line", readable, Modules.names(modules), Modules.subjects(modules));
  }

  private static int refuse(String line) {
    return CommandLine.complain(line, CommandLine.NONSENSE);
  }

  private KitSettings settings(Config config) {
    HttpSettings http = config.http();
    String tokenFile = options.get(TOKEN_FILE);
    return new KitSettings(
        version,
        Path.of(jar),
        boards,
        targets.isEmpty() ? List.of(target(http)) : targets,
        alertmanager,
        http.port(),
        tokenFile != null || http.token().required(),
        tokenFile == null ? null : Path.of(tokenFile),
        container,
        AlertOptions.thresholds(config.alerts()),
        config.alerts().disabled());
  }

  /** Whoever listens everywhere is found on loopback too. */
  private static String target(HttpSettings http) {
    boolean everywhere = http.host().equals("0.0.0.0") || http.host().equals("::");
    String host = everywhere ? "127.0.0.1" : http.host();
    return (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + http.port();
  }
}
