package io.peertap.scalecube;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.record.ConnectionView;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An agent that attaches to a cluster which has run for a while. */
class LateAgentTest {

  @Test
  void membersOfBefore_areKnownWithTheNextOne() {
    Nodes nodes = Nodes.start("alice", "bob");
    nodes.awaitMet();
    try (InProcessAgent agent = InProcessAgent.start("peers.label=full")) {
      nodes.join("carol");
      nodes.awaitMet();
      Waits.untilHolds("members", () -> {
        Scrape scrape = agent.scrape();
        assertThat(scrape.sum("peers_known")).isEqualTo((double) nodes.sum(Node::others));
        List<String> dialled = new ArrayList<>();
        for (ConnectionView connection : agent.connections()) {
          if (connection.direction().equals("outbound")) {
            dialled.add(connection.peer());
          }
        }
        List<String> twice = new ArrayList<>();
        for (Node node : nodes) {
          twice.addAll(List.of(node.id(), node.id()));
        }
        assertThat(dialled).containsExactlyInAnyOrderElementsOf(twice);
      });
      nodes.close();
    }
  }
}
