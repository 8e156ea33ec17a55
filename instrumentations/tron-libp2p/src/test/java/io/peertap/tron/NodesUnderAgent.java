package io.peertap.tron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import io.peertap.tron.node.NodeLoader;
import io.peertap.tron.node.TronNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Nodes of the real library and one agent, all in this JVM. */
abstract class NodesUnderAgent {

  private final List<TronNode> nodes = new ArrayList<>();
  private InProcessAgent agent;

  @BeforeEach
  final void start() {
    agent = InProcessAgent.start("jvm.metrics=off,peers.label=full,peers.families=all" + options());
  }

  @AfterEach
  final void stop() {
    nodes.forEach(TronNode::close);
    agent.close();
  }

  /** More options of the agent, each after a comma. */
  String options() {
    return "";
  }

  final InProcessAgent agent() {
    return agent;
  }

  final Scrape scrape() {
    return agent.scrape();
  }

  final TronNode node(String version) {
    return node(version, Map.of());
  }

  final TronNode node(String version, Map<String, Object> settings) {
    return start(NodeLoader.node(version), settings);
  }

  final TronNode start(TronNode node, Map<String, Object> settings) {
    node.start(settings);
    nodes.add(node);
    return node;
  }

  final void close(TronNode node) {
    nodes.remove(node);
    node.close();
  }

  static void connect(TronNode from, TronNode to) {
    from.dial(to.port());
    await().untilAsserted(() -> {
      assertThat(from.peers()).containsEntry(to.id(), true);
      assertThat(to.peers()).containsEntry(from.id(), false);
    });
  }

  /** Waits until as many connections are open as this. */
  final void awaitOpen(int connections) {
    await().untilAsserted(() -> assertThat(agent.connections()).hasSize(connections));
  }

  /** A number of the library's own statistics, of all nodes together. */
  final double statistics(String field) {
    return nodes.stream().mapToLong(node -> node.statistics().get(field)).sum();
  }

  /** How often something happened for which the protocol has a word. */
  final double events(String event) {
    return scrape().sum("protocol_events_total", "protocol", "tron", "event", event);
  }
}
