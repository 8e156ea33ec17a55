package io.peertap.config;

import java.util.ArrayList;
import java.util.List;

/** Every option there is, declared once, in the order in which documentation shows them. */
public final class Options {

  private static final long SECOND = 1_000;
  private static final long HOUR = 3_600 * SECOND;
  private static final long DAY = 24 * HOUR;
  private static final long YEAR = 365 * DAY;

  private static final List<Option> DECLARED = new ArrayList<>();

  static final Option ENABLED = declare(Option.flag(
      "enabled", "true", "false: the agent does nothing, and an attached agent leaves."));
  static final Option HOST = declare(Option.text(
      "host",
      "127.0.0.1",
      "Address to listen on; one that others can reach needs a token or insecure=true."));
  static final Option PORT = declare(Option.number(
      "port",
      "7337",
      0,
      65_535,
      "Port to listen on; 0 takes any free one. The default moves to one of the next nine when it is taken, a port"
          + " that is set never moves."));
  static final Option PORT_FILE =
      declare(Option.path("port.file", "File that receives the port in use."));
  static final Option HOSTS = declare(Option.list(
      "hosts",
      "Names besides the loopback names and host that a request's Host header may carry."));
  static final Option TOKEN =
      declare(Option.secret("token", "Bearer token that every request but the probes must carry."));
  static final Option TOKEN_FILE = declare(Option.path(
      "token.file",
      "File that holds the token; when it cannot be read, every such request is refused."));
  static final Option INSECURE = declare(
      Option.flag("insecure", "false", "Allows an address that others can reach without a token."));
  static final Option CONFIG =
      declare(Option.path("config", "Properties file (UTF-8) with these keys."));
  static final Option LOG_FILE =
      declare(Option.path("log.file", "File for the agent's own lines instead of stderr."));
  static final Option LOG_LEVEL = declare(Option.choice(
      "log.level",
      "info",
      "The least important lines that the agent writes.",
      "error",
      "warn",
      "info",
      "debug"));
  static final Option PEERS_MAX = declare(Option.number(
      "peers.max",
      "128",
      0,
      10_000,
      "Peers with series of their own; all others share peer=\"other\"."));
  static final Option PEERS_FAMILIES = declare(Option.choice(
      "peers.families",
      "basic",
      "Metrics split by peer: connections, attempts, errors, bytes, messages, round trips, or all.",
      "basic",
      "all"));
  static final Option PEERS_LABEL = declare(Option.choice(
      "peers.label",
      "hash",
      "What the peer label carries: a keyed hash, a shortened id, the full id; off: no series by peer.",
      "hash",
      "short",
      "full",
      "off"));
  static final Option PEERS_SALT = declare(Option.secret(
      "peers.salt",
      "Key of the hash instead of the built-in one; nodes that share it show the same labels."));
  static final Option PEERS_SALT_FILE =
      declare(Option.path("peers.salt.file", "File that holds the key of the hash."));
  static final Option PEERS_GRACE = declare(Option.duration(
      "peers.grace",
      "5m",
      0,
      YEAR,
      "How long a peer that has gone keeps its series while others want them."));
  static final Option HEALTH_HEALTHY = declare(
      Option.ratio("health.healthy", "0.7", "The least quality of a healthy peer, from 0 to 1."));
  static final Option HEALTH_DEGRADED = declare(Option.ratio(
      "health.degraded",
      "0.4",
      "The least quality of a degraded peer; peers below it are unhealthy."));
  static final Option IDLE_AFTER = declare(Option.duration(
      "idle.after",
      "60s",
      SECOND,
      YEAR,
      "A connection without traffic for this long counts as idle."));
  static final Option RTT_INTERVAL = declare(Option.durationOrOff(
      "rtt.interval",
      "10s",
      SECOND,
      DAY,
      "How often a connection's round trip is sampled; 0s: never."));
  static final Option TICK = declare(Option.duration(
      "tick",
      "5s",
      SECOND,
      HOUR,
      "How often counts are brought in and vanished connections are looked for."));
  static final Option SCRAPE_MIN_INTERVAL = declare(Option.duration(
      "scrape.min.interval",
      "0s",
      0,
      HOUR,
      "Scrapes that come this close after another get the same numbers; 0s: each collects anew."));
  static final Option LOCAL = declare(Option.flag(
      "local", "false", "Counts connections within the process (Netty's LocalChannel) too."));
  static final Option BREAKER_ERRORS = declare(Option.number(
      "breaker.errors",
      "100",
      1,
      1_000_000,
      "Errors of one hook within a minute that switch it off."));
  static final Option LABELS_MAX = declare(Option.number(
      "labels.max", "32", 1, 10_000, "Values kept per open label; all further ones become other."));
  static final Option MIN_PEERS = declare(Option.number(
      "min.peers",
      "0",
      0,
      10_000,
      "Connected peers without which the node is not ready; liveness never depends on peers."));
  static final Option ALERTS = declare(Option.flag(
      "alerts", "true", "Evaluates alert rules in the agent; false: Prometheus alone does."));
  static final Option ALERTS_INTERVAL = declare(Option.duration(
      "alerts.interval", "15s", SECOND, HOUR, "How often the rules are evaluated."));
  static final Option ALERTS_RULES = declare(Option.path(
      "alerts.rules",
      "File (UTF-8, as Prometheus' rule files) with alert rules of your own; one that has a built-in rule's name"
          + " replaces it."));
  static final Option ALERTS_DISABLED = declare(
      Option.list("alerts.disabled", "Names of built-in alert rules that are not evaluated."));
  static final Option ALERTS_CPU = declare(
      Option.ratio("alerts.cpu", "0.9", "HighCpuUsage: share of all processors, from 0 to 1."));
  static final Option ALERTS_MEMORY = declare(
      Option.size("alerts.memory", "1GiB", "HighMemoryUsage: resident memory of the process."));
  static final Option ALERTS_UNHEALTHY = declare(Option.ratio(
      "alerts.unhealthy",
      "0.2",
      "UnhealthyPeers: share of the known peers, from 0 to 1; 0: any unhealthy peer."));
  static final Option ALERTS_FAILURES = declare(Option.number(
      "alerts.failures",
      "10",
      0,
      1_000_000,
      "HighConnectionFailures: failed attempts within ten minutes."));
  static final Option ALERTS_ALERTMANAGER = declare(Option.list(
      "alerts.alertmanager",
      "Addresses of Alertmanagers (http://host:9093) that alerts are sent to, each of them."));
  static final Option ALERTS_WEBHOOK = declare(
      Option.secret(
          "alerts.webhook",
          "Address that begins and ends of alerts are posted to, in the form of Alertmanager's webhooks."));
  static final Option ALERTS_WEBHOOK_FILE =
      declare(Option.path("alerts.webhook.file", "File that holds the webhook's address."));
  static final Option ALERTS_TOKEN =
      declare(Option.secret("alerts.token", "Bearer token that is sent along with alerts."));
  static final Option ALERTS_TOKEN_FILE =
      declare(Option.path("alerts.token.file", "File that holds the token sent with alerts."));
  static final Option ALERTS_RESEND = declare(Option.duration(
      "alerts.resend",
      "1m",
      SECOND,
      HOUR,
      "How often Alertmanagers hear of an alert that goes on; after four times that in silence they take it as"
          + " over."));
  static final Option ALERTS_LABELS = declare(Option.list(
      "alerts.labels",
      "Labels of this node's alerts, name=value each; job=peertap and instance=<host>:<port> unless they are"
          + " given."));
  static final Option DIALECTS = declare(Option.list(
      "dialects",
      "peertap",
      "Whose names /metrics shows: peertap, zerostate, blixard, collector, keep, keep-mean, go-libp2p,"
          + " or one of your own; ?dialect= asks for others."));
  static final Option DIALECTS_FILES =
      declare(Option.list("dialects.files", "Files (UTF-8) with dialects of your own."));
  static final Option JVM_METRICS = declare(
      Option.flag(
          "jvm.metrics",
          "true",
          "Shows what the JVM tells of itself: jvm_* and process_*, as the Prometheus client names them."));
  static final Option STORAGE_PATHS = declare(Option.list(
      "storage.paths",
      "Directories whose files peertap_storage_used_bytes adds up, at most 1,000,000 of them; links below"
          + " are not followed."));
  static final Option STORAGE_INTERVAL = declare(Option.duration(
      "storage.interval",
      "5m",
      SECOND,
      DAY,
      "How long after one walk over storage.paths the next begins."));
  static final Option RULES =
      declare(Option.path("rules", "File (UTF-8, key = value) with rules for operations."));
  static final Option RULES_RELOAD = declare(Option.flag(
      "rules.reload", "false", "Looks at every tick whether the rules file has changed."));
  static final Option CONVENTIONS = declare(Option.flag(
      "operations.conventions",
      "true",
      "Recognises operations by well-known class and method names, without a rule."));
  static final Option METHODS_MAX = declare(Option.number(
      "operations.methods.max", "500", 0, 10_000, "Methods that all rules together may hook."));
  static final Option GETTERS = declare(Option.flag(
      "unsafe.getters",
      "false",
      "Allows rules to call getters, which run the application's own code."));

  static final Option JDK_EXECUTORS = declare(Option.flag(
      "jdk.executors",
      "false",
      "Hooks the JDK's own ThreadPoolExecutor and reads ForkJoinPool, so that every thread pool is measured; costs"
          + " every task some hundred nanoseconds."));

  private Options() {}

  /** All options, with the switch of each of these modules at the end. */
  public static List<Option> all(List<String> modules) {
    List<Option> all = new ArrayList<>(DECLARED.size() + modules.size());
    all.addAll(DECLARED);
    for (String module : modules) {
      all.add(
          isJdk(module)
              ? Option.flag(moduleKey(module), "false", "Hooks classes of the JDK: " + module + ".")
              : Option.flag(moduleKey(module), "true", "false: no hooks into " + module + "."));
    }
    return all;
  }

  /** A module's switch; one that hooks the JDK is off unless its name is switched on. */
  static String moduleKey(String module) {
    return isJdk(module) ? module : module + ".enabled";
  }

  private static boolean isJdk(String module) {
    return module.startsWith("jdk.");
  }

  private static Option declare(Option option) {
    DECLARED.add(option);
    return option;
  }
}
