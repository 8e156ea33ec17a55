package io.peertap.alert;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How a receiver wants to be told. */
public enum Format {
  /** What Alertmanager's API v2 takes. */
  ALERTMANAGER {
    @Override
    void write(Message message) throws IOException {
      message.json.beginArray();
      for (Alert alert : message.alerts) {
        message.json.beginObject();
        message.alert(alert);
        message.json.endObject();
      }
      message.json.endArray();
    }

    /** Of itself it takes an alert as over that it does not hear of for a while. */
    @Override
    Instant end(Alert alert, Message message) {
      return alert.resolvedAt() == null ? message.now.plus(message.valid) : alert.resolvedAt();
    }
  },

  /** What Alertmanager posts to webhooks, version 4. */
  WEBHOOK {
    @Override
    void write(Message message) throws IOException {
      JsonWriter json = message.json;
      boolean firing =
          message.alerts.stream().anyMatch(alert -> alert.state() == Alert.State.FIRING);
      json.beginObject();
      json.name("version").value("4");
      json.name("groupKey").value("peertap:" + new TreeMap<>(message.origin.labels()));
      json.name("truncatedAlerts").value(0);
      json.name("status").value(firing ? "firing" : "resolved");
      json.name("receiver").value("peertap");
      message.texts("groupLabels", message.origin.labels());
      message.texts("commonLabels", message.origin.labels());
      message.texts("commonAnnotations", Map.of());
      json.name("externalURL").value(message.origin.url());
      json.name("alerts").beginArray();
      for (Alert alert : message.alerts) {
        json.beginObject();
        json.name("status").value(alert.state().name().toLowerCase(Locale.ROOT));
        message.alert(alert);
        json.endObject();
      }
      json.endArray().endObject();
    }

    @Override
    Instant end(Alert alert, Message message) {
      return alert.resolvedAt() == null ? NEVER : alert.resolvedAt();
    }
  };

  /** What webhooks get as the end of what has none. */
  private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

  /**
   * The body of a message.
   *
   * @param valid how long after now an alert that fires is taken to fire
   */
  public String body(List<Alert> alerts, Origin origin, Instant now, Duration valid) {
    StringWriter out = new StringWriter();
    try {
      write(new Message(this, new JsonWriter(out), alerts, origin, now, valid));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  abstract void write(Message message) throws IOException;

  abstract Instant end(Alert alert, Message message);

  /** What both forms have in common. */
  private record Message(
      Format format,
      JsonWriter json,
      List<Alert> alerts,
      Origin origin,
      Instant now,
      Duration valid) {

    void alert(Alert alert) throws IOException {
      Map<String, String> labels = new TreeMap<>(origin.labels());
      labels.putAll(alert.identity());
      texts("labels", labels);
      Map<String, String> annotations = new TreeMap<>();
      annotations.put("summary", alert.summary());
      annotations.put("description", alert.description());
      annotations.put("runbook", alert.runbook());
      annotations.values().removeIf(String::isEmpty);
      texts("annotations", annotations);
      json.name("startsAt").value(time(alert.firedAt()));
      json.name("endsAt").value(time(format.end(alert, this)));
      if (!origin.url().isEmpty()) {
        json.name("generatorURL").value(origin.url());
      }
    }

    void texts(String name, Map<String, String> texts) throws IOException {
      json.name(name).beginObject();
      for (Map.Entry<String, String> text : texts.entrySet()) {
        json.name(text.getKey()).value(text.getValue());
      }
      json.endObject();
    }

    private static String time(Instant instant) {
      return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
  }
}
