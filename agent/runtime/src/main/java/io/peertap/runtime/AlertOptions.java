package io.peertap.runtime;

import io.peertap.alert.BuiltInRules;
import io.peertap.alert.Rule;
import io.peertap.alert.RuleGroup;
import io.peertap.alert.RuleReader;
import io.peertap.alert.Thresholds;
import io.peertap.api.rule.Nearest;
import io.peertap.config.AlertSettings;
import io.peertap.config.Problems;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the options say of alerts; what is wrong is told and left out. */
final class AlertOptions {

  private final AlertSettings settings;
  private final Problems problems;

  AlertOptions(AlertSettings settings, Problems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  /** The limits in force. */
  static Thresholds thresholds(AlertSettings settings) {
    return new Thresholds(
        settings.cpu(),
        settings.memoryBytes(),
        settings.unhealthyPeers(),
        settings.connectionFailures());
  }

  /** The rules in force: built-in ones, and the user's, which replace those of their names. */
  List<Rule> rules() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (RuleGroup group : BuiltInRules.groups(thresholds(settings))) {
      group.rules().forEach(rule -> rules.put(rule.name(), rule));
    }
    List<String> names = List.copyOf(rules.keySet());
    for (String name : settings.disabled()) {
      if (rules.remove(name) == null) {
        String nearest = Nearest.of(name, names);
        problems.add("option alerts.disabled: there is no rule " + name
            + (nearest == null ? "; /api/v1/alerts lists all" : "; did you mean " + nearest + '?'));
      }
    }
    own().forEach(rule -> rules.put(rule.name(), rule));
    return List.copyOf(rules.values());
  }

  private List<Rule> own() {
    if (settings.rules() == null) {
      return List.of();
    }
    String place = settings.rules().toString();
    try {
      return RuleReader.read(
          place, settings.rulesText(), problem -> problems.add("option alerts.rules: " + problem));
    } catch (IOException e) {
      problems.add("option alerts.rules=" + place + " cannot be read: " + e.getMessage()
          + "; going on with the built-in rules");
      return List.of();
    }
  }

  /** The Alertmanagers' addresses, each with the path of their API. */
  List<URI> alertmanagers() {
    List<URI> addresses = new ArrayList<>();
    for (String text : settings.alertmanagers()) {
      URI address = address(text);
      if (address == null) {
        problems.add("option alerts.alertmanager=" + text
            + " is not accepted: an address such as http://host:9093; it is left out");
      } else {
        String base = address.toString();
        String slash = base.endsWith("/") ? "" : "/";
        addresses.add(URI.create(base + slash + "api/v2/alerts"));
      }
    }
    return addresses;
  }

  /** The webhook's address, or null. */
  URI webhook() {
    if (settings.webhook() == null) {
      return null;
    }
    URI address = address(settings.webhook());
    if (address == null) {
      problems.add("option alerts.webhook is not accepted: an address such as"
          + " https://host/path; no webhook is told");
    }
    return address;
  }

  /** Credentials in an address would be seen wherever the address is. */
  private static URI address(String text) {
    try {
      URI address = new URI(text);
      boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      return http && address.getHost() != null && address.getUserInfo() == null ? address : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Labels of all alerts of this node. */
  Map<String, String> labels() {
    Map<String, String> labels = new TreeMap<>();
    for (String text : settings.labels()) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? "" : text.substring(0, equals);
      if (name.matches("[A-Za-z_][A-Za-z0-9_]*") && equals < text.length() - 1) {
        labels.put(name, text.substring(equals + 1));
      } else {
        problems.add("option alerts.labels: " + text
            + " is not accepted: name=value, the name of letters, digits and _; it is left out");
      }
    }
    return labels;
  }
}
