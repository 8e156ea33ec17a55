package io.peertap.testapp.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * One metric of a threshold-signing client, found twice: in the agent's families, and in what the
 * nodes themselves have counted.
 *
 * @param name as keep-core calls it
 * @param family the agent's, without {@code peertap_}
 * @param with labels that a series must carry
 * @param without labels that a series must not carry
 * @param truth where the nodes count it; empty if they see it from another side
 */
record KeepMetric(
    String name, String family, List<String> with, List<String> without, List<String> truth) {

  private static final String PEERS = "peers.";

  /** The table beside this class. */
  static List<KeepMetric> all() throws IOException {
    List<KeepMetric> metrics = new ArrayList<>();
    try (InputStream table = KeepMetric.class.getResourceAsStream("keep-metrics.txt")) {
      for (String line : new String(table.readAllBytes(), UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          metrics.add(parse(List.of(line.split(" *[|] *", -1))));
        }
      }
    }
    return metrics;
  }

  private static KeepMetric parse(List<String> row) {
    List<String> with = new ArrayList<>();
    List<String> without = new ArrayList<>();
    int brace = row.get(1).indexOf('{');
    String family = brace < 0 ? row.get(1) : row.get(1).substring(0, brace);
    String labels = brace < 0 ? "" : row.get(1).substring(brace + 1, row.get(1).length() - 1);
    for (String label : split(labels, ",")) {
      (label.contains("!=") ? without : with).add(label.replace("!=", "="));
    }
    return new KeepMetric(
        row.get(0),
        family,
        with,
        without,
        row.get(2).equals("-") ? List.of() : split(row.get(2), " [+] "));
  }

  private static List<String> split(String text, String by) {
    return text.isEmpty() ? List.of() : List.of(text.split(by, -1));
  }

  /** What the agent counts. */
  long counted(Scrape scrape) {
    long all = scrape.sum(family, with.toArray(String[]::new));
    for (String label : without) {
      List<String> excluded = new ArrayList<>(with);
      excluded.add(label);
      all -= scrape.sum(family, excluded.toArray(String[]::new));
    }
    return all;
  }

  /** What the nodes have counted. */
  long truth(List<JsonObject> nodes) {
    long sum = 0;
    for (JsonObject node : nodes) {
      for (String path : truth) {
        sum += path.startsWith(PEERS)
            ? overPeers(node, path.substring(PEERS.length()))
            : at(node, path);
      }
    }
    return sum;
  }

  private static long at(JsonObject node, String path) {
    JsonElement element = node;
    for (String name : path.split("[.]", -1)) {
      element = element.getAsJsonObject().get(name);
    }
    return element.getAsLong();
  }

  private static long overPeers(JsonObject node, String count) {
    long sum = 0;
    for (JsonElement peer : node.getAsJsonObject("peers").asMap().values()) {
      sum += peer.getAsJsonObject().get(count).getAsLong();
    }
    return sum;
  }
}
