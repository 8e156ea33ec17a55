package io.peertap.runtime;

import io.peertap.api.Instrumentation;
import io.peertap.api.rule.RuleReport;
import io.peertap.config.Config;
import io.peertap.config.ConfigReader;
import io.peertap.config.Problems;
import io.peertap.dialect.Dialects;
import io.peertap.http.Exporter;
import io.peertap.metric.Family;
import io.peertap.metric.Snapshot;
import io.peertap.record.Records;
import io.peertap.weaver.HookState;
import io.peertap.weaver.ModuleEntry;
import io.peertap.weaver.Weaver;
import io.peertap.weaver.WeaverListener;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One agent at work in a JVM. Starting it registers a transformer and one sleeping daemon thread;
 * tables, metrics and endpoint come with the first target class, or after a second.
 */
public final class Agent implements Function<String, Boolean>, AutoCloseable {

  private final String version;
  private final List<ModuleEntry> modules;
  private final Config config;
  private final java.lang.instrument.Instrumentation jvm;
  private final AgentLog log;
  private final Rules rules;
  private final Weaver weaver;
  private final Heart heart;
  private final Problems lateProblems = new Problems();
  private final List<Recognised> recognised = new ArrayList<>();
  private Recorder recorder;
  private Poller poller;
  private Exporter exporter;
  private final Object alertsLock = new Object(); // Nobody in the application waits for it.
  private volatile Alerting alerting; // Null until it is needed, see alerts().
  private boolean announced;
  private boolean closed;

  private Agent(
      String version,
      List<ModuleEntry> all,
      Config config,
      AgentLog log,
      java.lang.instrument.Instrumentation jvm) {
    this.version = version;
    this.modules = all;
    this.config = config;
    this.jvm = jvm;
    this.log = log;
    this.heart = new Heart(this, log);
    List<ModuleEntry> enabled = Modules.enabled(all, config);
    this.rules = Rules.start(enabled, config.rules(), log, jvm);
    this.weaver = new Weaver(jvm, enabled, rules.inForce(), config.breakerErrors(), new Listener());
  }

  /**
   * Starts an agent with all modules of the class path, unless the options say no.
   *
   * @param args the agent argument, or null
   * @param version the agent's version
   * @return the agent, or null if it is switched off
   */
  public static Agent start(String args, java.lang.instrument.Instrumentation jvm, String version) {
    return start(args, jvm, version, Modules.all());
  }

  /** Starts an agent with these modules. */
  static Agent start(
      String args,
      java.lang.instrument.Instrumentation jvm,
      String version,
      List<ModuleEntry> modules) {
    Config config = ConfigReader.read(args, Modules.names(modules), Modules.subjects(modules));
    AgentLog log = AgentLog.open(config.log());
    for (String problem : config.problems()) {
      log.warn(problem);
    }
    if (!config.enabled()) {
      return null;
    }
    Agent agent = new Agent(version, modules, config, log, jvm);
    agent.weaver.start(); // From here on targets may appear, and ask for all of the agent.
    if (config.rules().jdkExecutors()) {
      agent.weaver.weaveLoaded();
      JdkExecutors.link(log);
    }
    agent.heart.start();
    return agent;
  }

  /**
   * The agent is loaded once more. With {@code enabled=false} it leaves; anything else changes
   * nothing, and says so.
   *
   * @return whether the agent has left
   */
  @Override
  public Boolean apply(String args) {
    Config asked = ConfigReader.read(args, Modules.names(modules), Modules.subjects(modules));
    if (asked.enabled()) {
      log.warn(
          "already at work in this JVM, the second load changes nothing; attach with enabled=false"
              + " to make it leave");
      return false;
    }
    close();
    return true;
  }

  /**
   * Hooks target classes that were loaded before the agent. On attach that is at once; at JVM start
   * there are hardly any, and the heart looks for them later.
   */
  public void weaveLoaded() {
    weaver.weaveLoaded();
  }

  /** What the application's threads would else do when they reach their first hooks. */
  void linkAhead() {
    weaver.linkAhead();
  }

  /** All metrics, now. */
  public Snapshot snapshot() {
    return recorder().metrics().snapshot();
  }

  /** The live tables. */
  public Records records() {
    return recorder().records();
  }

  /** What became of every hook. */
  public List<HookState> hooks() {
    return weaver.hooks().list();
  }

  /** The endpoint's port, or -1 while it is not bound. */
  public synchronized int port() {
    InetSocketAddress address = exporter == null ? null : exporter.address();
    return address == null ? -1 : address.getPort();
  }

  /** Gives every class its bytes back, empties every channel, stops every thread. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    weaver.close();
    heart.stop();
    rules.close();
    Exporter bound;
    Recorder recording;
    Poller asking;
    Alerting watching;
    synchronized (this) {
      bound = exporter;
      watching = alerting;
      recording = recorder;
      asking = poller;
    }
    if (watching != null) {
      watching.stop();
    }
    if (bound != null) {
      bound.close();
    }
    if (recording != null) {
      asking.stop();
      recording.close();
    }
    log.info("left; classes, channels and threads are as they were");
  }

  Config config() {
    return config;
  }

  /** What is wrong with options, dialects, alerts and rules. */
  List<String> problems() {
    List<String> problems = new ArrayList<>(config.problems());
    problems.addAll(lateProblems.lines());
    problems.addAll(rules.problems());
    return problems;
  }

  /** What every rule has chosen. */
  List<RuleReport> rules() {
    return rules.reports();
  }

  String version() {
    return version;
  }

  List<String> recentLog() {
    return log.recent();
  }

  synchronized List<Recognised> recognised() {
    return List.copyOf(recognised);
  }

  /** Built by whoever comes first: the application's thread with a target, or the heart. */
  synchronized Recorder recorder() {
    if (recorder == null) {
      recorder = new Recorder(config, weaver.hooks(), log, version);
      recorder.records().onPoll(heart::wake, this::tooMuchToPoll);
      poller = new Poller(recorder.records());
      recorder.metrics().onLimit(this::limited);
    }
    return recorder;
  }

  /** On any thread. */
  private void limited(Family family) {
    heart.say("more than " + config.labelsMax() + " values of a label of " + family.name()
        + ": further ones become \"other\"; the option labels.max decides");
  }

  /** On any thread. */
  private void tooMuchToPoll() {
    heart.say("too many futures wait that cannot call back and have to be asked: operations that"
        + " answer further ones end when their methods return");
  }

  /** On the heart's thread: begins to ask what cannot call back. */
  void poll() {
    Poller asking;
    synchronized (this) {
      asking = poller;
    }
    asking.wake();
  }

  /** Opens the endpoint. */
  void expose() {
    recorder().watch();
    HttpModule.load(jvm);
    Dialects dialects = DialectOptions.read(config.dialects(), lateProblems);
    if (config.alerts().told()) {
      alerts(); // What is wrong with them is told at the start.
    }
    for (String problem : lateProblems.lines()) {
      log.warn(problem);
    }
    Exporter started = Exporter.start(
        config.http(),
        () -> Api.routes(this, dialects),
        records().http(),
        log::warn,
        this::announce);
    synchronized (this) {
      exporter = started;
    }
  }

  private synchronized String url() {
    return exporter == null ? null : exporter.url();
  }

  /** On the heart's thread: looks at the rules of alerts, unless there is nothing to watch. */
  void evaluateAlerts() {
    Alerting watching = recognised().isEmpty() ? null : alerts();
    if (watching != null) {
      watching.evaluate();
    }
  }

  /**
   * Null if they are off. Built by whoever comes first: the rules are many, and a node that starts
   * has no time for them.
   */
  Alerting alerts() {
    synchronized (alertsLock) {
      if (alerting == null && config.alerts().enabled()) {
        Alerting built =
            new Alerting(config.alerts(), recorder().metrics(), this::url, lateProblems, log::warn);
        built.start();
        alerting = built;
      }
      return alerting;
    }
  }

  /** On the heart's thread: looks after the rules. */
  void tick() {
    rules.tick(weaver::rules);
  }

  private void announce(String url) {
    log.info(version + " at " + url + ", recognised " + what());
    synchronized (this) {
      announced = true;
    }
  }

  private String what() {
    StringBuilder found = new StringBuilder();
    for (Recognised one : recognised()) {
      found.append(found.length() == 0 ? "" : ", ").append(one);
    }
    return found.length() == 0 ? "nothing yet" : found.toString();
  }

  void found(String module, String prefix, String source) {
    Recognised one = Recognised.of(module(module), prefix, source);
    synchronized (this) {
      recognised.add(one);
      if (!announced) {
        return;
      }
    }
    log.info("recognised " + one);
  }

  private Instrumentation module(String name) {
    for (ModuleEntry module : modules) {
      if (module.name().equals(name)) {
        return module.module();
      }
    }
    throw new IllegalArgumentException(name);
  }

  /** Hears the weaver on application threads; whatever takes time is left to the heart. */
  private final class Listener implements WeaverListener {
    @Override
    public void recognised(String module, String prefix, String source) {
      recorder();
      heart.recognised(module, prefix, source);
    }

    @Override
    public void problem(String line) {
      heart.say(line);
    }
  }
}
