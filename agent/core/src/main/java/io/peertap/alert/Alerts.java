package io.peertap.alert;

import io.peertap.metric.Family;
import io.peertap.metric.Labels;
import io.peertap.metric.Snapshot;
import io.peertap.metric.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The rules in force and the alerts that they raise. Somebody evaluates it now and then; what it
 * remembers is bounded.
 */
public final class Alerts implements Source {

  /** Alerts that one rule may raise at a time: a rule by peer in a network that breaks down. */
  private static final int MAX_OF_RULE = 100;

  private final List<Watched> watched = new ArrayList<>();
  private final History history;
  private final long resendNanos;
  private final Listener listener;
  private final Consumer<String> log;
  private final Set<String> told = new HashSet<>();

  /** A rule, and its alerts by what they are about. */
  private record Watched(Rule rule, Map<Labels, Watch> active) {}

  /**
   * Begins with no alert.
   *
   * @param rules those that only Prometheus can evaluate are left out
   * @param resend how often the listener hears of an alert that goes on
   * @param log hears of beginnings and ends, a line each
   */
  public Alerts(List<Rule> rules, Duration resend, Listener listener, Consumer<String> log) {
    for (Rule rule : rules) {
      if (!rule.prometheusOnly()) {
        watched.add(new Watched(rule, new LinkedHashMap<>()));
      }
    }
    this.history = new History(rules());
    this.resendNanos = resend.toNanos();
    this.listener = listener;
    this.log = log;
  }

  /** The families that the rules read; a snapshot of these is enough. */
  public Set<Family> families() {
    Set<Family> families = new HashSet<>();
    for (Rule rule : rules()) {
      for (Selector selector : Uses.of(rule.condition())) {
        families.add(selector.family());
      }
    }
    return families;
  }

  /** Looks at all conditions, as they are now. */
  public synchronized void evaluate(Snapshot snapshot, Moment moment) {
    String full = history.add(snapshot, moment.nanos());
    if (full != null) {
      once("rules look back on more series than there is room for: further ones of " + full
          + " are left out");
    }
    Evaluation evaluation = new Evaluation(snapshot, history);
    for (Watched one : watched) {
      evaluate(one.rule(), one.active(), evaluation, moment);
    }
  }

  private void evaluate(
      Rule rule, Map<Labels, Watch> active, Evaluation evaluation, Moment moment) {
    Map<Labels, Double> holding = new LinkedHashMap<>();
    for (Sample sample : evaluation.of(rule.condition())) {
      holding.put(sample.labels(), sample.value());
    }
    Iterator<Map.Entry<Labels, Watch>> all = active.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Labels, Watch> one = all.next();
      if (!holding.containsKey(one.getKey()) && one.getValue().misses(moment)) {
        all.remove();
        end(one.getValue(), moment);
      }
    }
    holding.forEach((labels, value) -> {
      if (active.size() < MAX_OF_RULE || active.containsKey(labels)) {
        Watch watch = active.computeIfAbsent(labels, key -> new Watch(rule, key, moment));
        if (watch.holds(value, moment)) {
          log.accept("alert " + line(watch.now()));
        }
      } else {
        once("rule " + rule.name() + " raises more than " + MAX_OF_RULE
            + " alerts at a time; further ones are left out");
      }
    });
    for (Watch watch : active.values()) {
      watch.tell(listener, moment.nanos(), resendNanos);
    }
  }

  private void end(Watch watch, Moment moment) {
    if (watch.fires()) {
      Alert resolved = watch.resolved(moment);
      long seconds = Duration.between(resolved.firedAt(), resolved.resolvedAt()).toSeconds();
      log.accept("alert resolved after " + seconds + " s: " + line(resolved));
      listener.resolved(resolved);
    }
  }

  /** A line stays a line, whatever a label says. */
  private static String line(Alert alert) {
    String text = alert.rule().name() + " (" + alert.rule().severity().label() + "): "
        + alert.summary() + (alert.labels().isEmpty() ? "" : " " + new TreeMap<>(alert.labels()));
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  /** One line each in the life of the agent. */
  private void once(String line) {
    if (told.add(line)) {
      log.accept(line);
    }
  }

  /** All alerts that are pending or firing, in the order of the rules. */
  public synchronized List<Alert> list() {
    List<Alert> alerts = new ArrayList<>();
    for (Watched one : watched) {
      for (Watch watch : one.active().values()) {
        alerts.add(watch.now());
      }
    }
    return alerts;
  }

  /** The rules that are evaluated. */
  public List<Rule> rules() {
    return watched.stream().map(Watched::rule).toList();
  }

  /** How many alerts of each rule there are, by state. */
  @Override
  public synchronized void collect(Sink sink) {
    for (Watched one : watched) {
      long firing = one.active().values().stream().filter(Watch::fires).count();
      String severity = one.rule().severity().label();
      sink.add((double) firing, one.rule().name(), severity, "firing");
      sink.add((double) (one.active().size() - firing), one.rule().name(), severity, "pending");
    }
  }
}
