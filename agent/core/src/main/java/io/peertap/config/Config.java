package io.peertap.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is in force: a value for every option, where it comes from, and what was not understood. */
public final class Config {

  private final List<Option> options;
  private final Map<String, Value> values;
  private final RuleOptions rules;
  private final List<String> problems;

  /** The reader hands its collections over and keeps none. */
  Config(
      List<Option> options, Map<String, Value> values, RuleOptions rules, List<String> problems) {
    this.options = options;
    this.values = values;
    this.rules = rules;
    this.problems = problems;
  }

  /** Whether the agent does anything at all. */
  public boolean enabled() {
    return flag(Options.ENABLED);
  }

  /** Whether connections within the process count. */
  public boolean local() {
    return flag(Options.LOCAL);
  }

  /** Errors of one hook within a minute that switch it off. */
  public int breakerErrors() {
    return number(Options.BREAKER_ERRORS);
  }

  /** Values kept per open label. */
  public int labelsMax() {
    return number(Options.LABELS_MAX);
  }

  /** Whether an instrumentation's hooks are wanted. */
  public boolean moduleEnabled(String module) {
    Value value = values.get(Options.moduleKey(module));
    return value == null || (Boolean) value.parsed();
  }

  /** The endpoint's settings. */
  @SuppressWarnings("unchecked")
  public HttpSettings http() {
    return new HttpSettings(
        (String) parsed(Options.HOST),
        number(Options.PORT),
        values.get(Options.PORT.key()).set(),
        path(Options.PORT_FILE),
        (List<String>) parsed(Options.HOSTS),
        (Token) parsed(Options.TOKEN),
        flag(Options.INSECURE));
  }

  /** The peers' settings. */
  public PeerSettings peers() {
    return new PeerSettings(
        number(Options.PEERS_MAX),
        parsed(Options.PEERS_FAMILIES).equals("all"),
        PeerLabel.of((String) parsed(Options.PEERS_LABEL)),
        ((Token) parsed(Options.PEERS_SALT)).text(),
        duration(Options.PEERS_GRACE),
        (Double) parsed(Options.HEALTH_HEALTHY),
        (Double) parsed(Options.HEALTH_DEGRADED));
  }

  /** The rhythm. */
  public TimeSettings times() {
    return new TimeSettings(
        duration(Options.TICK),
        duration(Options.IDLE_AFTER),
        duration(Options.RTT_INTERVAL),
        duration(Options.SCRAPE_MIN_INTERVAL));
  }

  /** Which vocabularies are shown. */
  @SuppressWarnings("unchecked")
  public DialectSettings dialects() {
    return new DialectSettings(
        (List<String>) parsed(Options.DIALECTS), (List<String>) parsed(Options.DIALECTS_FILES));
  }

  /** What is told of the process. */
  @SuppressWarnings("unchecked")
  public ProcessSettings process() {
    return new ProcessSettings(
        flag(Options.JVM_METRICS),
        (List<String>) parsed(Options.STORAGE_PATHS),
        duration(Options.STORAGE_INTERVAL));
  }

  /** Connected peers without which the node is not ready. */
  public int minPeers() {
    return number(Options.MIN_PEERS);
  }

  /** Alerts, and who hears of them. */
  @SuppressWarnings("unchecked")
  public AlertSettings alerts() {
    return new AlertSettings(
        flag(Options.ALERTS),
        duration(Options.ALERTS_INTERVAL),
        path(Options.ALERTS_RULES),
        (List<String>) parsed(Options.ALERTS_DISABLED),
        (Double) parsed(Options.ALERTS_CPU),
        (Long) parsed(Options.ALERTS_MEMORY),
        (Double) parsed(Options.ALERTS_UNHEALTHY),
        number(Options.ALERTS_FAILURES),
        (List<String>) parsed(Options.ALERTS_ALERTMANAGER),
        ((Token) parsed(Options.ALERTS_WEBHOOK)).text(),
        ((Token) parsed(Options.ALERTS_TOKEN)).text(),
        duration(Options.ALERTS_RESEND),
        (List<String>) parsed(Options.ALERTS_LABELS));
  }

  /** The rules, and what holds for them. */
  public RuleOptions rules() {
    return rules;
  }

  /** The log's settings. */
  public LogSettings log() {
    return new LogSettings(path(Options.LOG_FILE), LogLevel.of((String) parsed(Options.LOG_LEVEL)));
  }

  /** Every option with its value and origin, secrets masked, in the order of the documentation. */
  public List<Setting> settings() {
    List<Setting> settings = new ArrayList<>(options.size());
    for (Option option : options) {
      Value value = values.get(option.key());
      String shown = option.secret() ? String.valueOf(value.parsed()) : value.text();
      settings.add(new Setting(option.key(), shown, value.origin()));
    }
    return settings;
  }

  /** What was not understood, one line each, ready to be shown. */
  public List<String> problems() {
    return problems;
  }

  private Object parsed(Option option) {
    return values.get(option.key()).parsed();
  }

  private boolean flag(Option option) {
    return (Boolean) parsed(option);
  }

  private int number(Option option) {
    return (Integer) parsed(option);
  }

  private Path path(Option option) {
    return (Path) parsed(option);
  }

  private Duration duration(Option option) {
    return (Duration) parsed(option);
  }
}
