package io.peertap.runtime;

import io.peertap.alert.Alert;
import io.peertap.alert.Alerts;
import io.peertap.alert.Format;
import io.peertap.alert.Listener;
import io.peertap.alert.Moment;
import io.peertap.alert.Origin;
import io.peertap.alert.Rule;
import io.peertap.config.AlertSettings;
import io.peertap.config.Problems;
import io.peertap.metric.AlertFamilies;
import io.peertap.metric.Family;
import io.peertap.metric.Metrics;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The agent's own alert manager: rules in force, evaluated now and then, and who hears of them. */
final class Alerting implements Listener {

  /** An Alertmanager that misses some messages does not take the alert as over. */
  private static final int MISSED = 4;

  private final Metrics metrics;
  private final Alerts alerts;
  private final Set<Family> families;
  private final List<Courier> couriers = new ArrayList<>();
  private final Supplier<String> url;
  private final Map<String, String> labels;
  private String host;

  /**
   * Nothing is evaluated yet.
   *
   * @param url where the endpoint is found, or null as long as it is not
   * @param problems hears what is wrong with the options
   * @param log hears of alerts
   */
  Alerting(
      AlertSettings settings,
      Metrics metrics,
      Supplier<String> url,
      Problems problems,
      Consumer<String> log) {
    this.metrics = metrics;
    this.url = url;
    AlertOptions options = new AlertOptions(settings, problems);
    this.labels = options.labels();
    this.alerts = new Alerts(options.rules(), settings.resend(), this, log);
    this.families = alerts.families();
    Duration valid = longer(settings.resend(), settings.interval()).multipliedBy(MISSED);
    for (URI address : options.alertmanagers()) {
      couriers.add(courier(Format.ALERTMANAGER, address, settings.token(), valid, log));
    }
    URI webhook = options.webhook();
    if (webhook != null) {
      couriers.add(courier(Format.WEBHOOK, webhook, settings.token(), valid, log));
    }
    metrics.gauge(AlertFamilies.ALERTS, alerts);
  }

  private Courier courier(
      Format format, URI address, String token, Duration valid, Consumer<String> log) {
    return new Courier(format, address, token, valid, this::origin, metrics, log);
  }

  void start() {
    couriers.forEach(Courier::start);
  }

  void stop() {
    couriers.forEach(Courier::stop);
  }

  /** Looks at all conditions now. */
  void evaluate() {
    alerts.evaluate(metrics.read(families), new Moment(System.nanoTime(), Instant.now()));
  }

  List<Alert> list() {
    return alerts.list();
  }

  List<Rule> rules() {
    return alerts.rules();
  }

  @Override
  public void fires(Alert alert, boolean again) {
    couriers.forEach(courier -> courier.fires(alert, again));
  }

  @Override
  public void resolved(Alert alert) {
    couriers.forEach(courier -> courier.resolved(alert));
  }

  /** On a courier's thread: asking for the host's name may take a while. */
  private synchronized Origin origin() {
    String found = url.get();
    URI endpoint = found == null ? null : URI.create(found);
    Map<String, String> all = new TreeMap<>(labels);
    all.putIfAbsent("job", "peertap");
    if (!all.containsKey("instance")) {
      all.put("instance", host() + (endpoint == null ? "" : ":" + endpoint.getPort()));
    }
    return new Origin(all, endpoint == null ? "" : found + "api/v1/alerts");
  }

  private String host() {
    if (host == null) {
      try {
        host = InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        host = "localhost";
      }
    }
    return host;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
