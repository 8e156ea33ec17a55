package io.peertap.alert;

import io.peertap.metric.Labels;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One alert while its condition holds, or did a moment ago; Prometheus' state machine. */
final class Watch {

  private final Rule rule;
  private final Map<String, String> labels = new HashMap<>();
  private final Moment since;
  private double value;
  private Instant firedAt;
  private long goneSince;
  private boolean gone;
  private long sentAt;
  private boolean sent;

  Watch(Rule rule, Labels of, Moment since) {
    this.rule = rule;
    this.since = since;
    for (int i = 0; i < of.names().size(); i++) {
      labels.put(of.names().get(i), of.values().get(i));
    }
  }

  /** The condition holds; answers whether the alert fires from now on. */
  boolean holds(double now, Moment moment) {
    value = now;
    gone = false;
    if (firedAt == null && moment.nanos() - since.nanos() >= rule.hold().toNanos()) {
      firedAt = moment.wall();
      return true;
    }
    return false;
  }

  /** The condition does not hold; answers whether the alert is over. */
  boolean misses(Moment moment) {
    if (firedAt == null) {
      return true;
    }
    if (!gone) {
      gone = true;
      goneSince = moment.nanos();
    }
    return moment.nanos() - goneSince >= rule.keep().toNanos();
  }

  boolean fires() {
    return firedAt != null;
  }

  /** Tells that it fires, unless that was told within this time. */
  void tell(Listener listener, long now, long resendNanos) {
    if (firedAt != null && (!sent || now - sentAt >= resendNanos)) {
      listener.fires(now(), sent);
      sent = true;
      sentAt = now;
    }
  }

  /** As it stands. */
  Alert now() {
    Alert.State state = firedAt == null ? Alert.State.PENDING : Alert.State.FIRING;
    return new Alert(rule, labels, state, value, since.wall(), firedAt, null);
  }

  /** As it ended. */
  Alert resolved(Moment moment) {
    return new Alert(
        rule, labels, Alert.State.RESOLVED, value, since.wall(), firedAt, moment.wall());
  }
}
