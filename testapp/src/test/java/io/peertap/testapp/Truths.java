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

/** What the nodes of one run wrote, in the order of their numbers. */
record Truths(List<JsonObject> nodes) {

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

  /** What one node counted for another; 0 if it never met it. */
  long between(int from, int to, String field) {
    JsonElement peer = node(from).getAsJsonObject("peers").get(new NodeId(to).host());
    return peer == null ? 0 : peer.getAsJsonObject().get(field).getAsLong();
  }
}
