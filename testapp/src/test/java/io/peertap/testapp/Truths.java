package io.peertap.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the nodes of one run wrote, in the order of their numbers. */
record Truths(List<JsonObject> nodes) {

  static final List<String> OPERATIONS =
      List.of("wallet_action", "dkg", "signing", "coordination", "relay_entry");

  static Truths read(Path directory, int count) throws IOException {
    List<JsonObject> nodes = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      Path file = directory.resolve("truth-node-" + number + ".json");
      assertThat(file).isNotEmptyFile();
      nodes.add(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    }
    return new Truths(nodes);
  }

  JsonObject node(int number) {
    return nodes.get(number - 1);
  }

  long of(int number, String field) {
    return node(number).get(field).getAsLong();
  }

  long sum(String field) {
    return nodes.stream().mapToLong(node -> node.get(field).getAsLong()).sum();
  }

  /** The sum of a number that lies deeper. */
  long sumIn(String... path) {
    return nodes.stream().mapToLong(node -> in(node, path)).sum();
  }

  static long in(JsonObject node, String... path) {
    JsonElement element = node;
    for (String name : path) {
      element = element.getAsJsonObject().get(name);
    }
    return element.getAsLong();
  }

  /** How many operations of a kind ended, in whatever way. */
  long ended(String operation) {
    return Stream.of("success", "failure", "timeout", "cancelled")
        .mapToLong(outcome -> sumIn("operations", operation, outcome))
        .sum();
  }

  /** What one node counted for another; 0 if it never met it. */
  long between(int from, int to, String field) {
    JsonElement peer = node(from).getAsJsonObject("peers").get(new NodeId(to).host());
    return peer == null ? 0 : peer.getAsJsonObject().get(field).getAsLong();
  }
}
