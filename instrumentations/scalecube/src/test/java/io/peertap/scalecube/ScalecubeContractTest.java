package io.peertap.scalecube;

import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import java.util.ArrayList;
import java.util.List;

/** ScaleCube keeps every instrumentation's promises. */
class ScalecubeContractTest extends InstrumentationContract {

  @Override
  protected Instrumentation instrumentation() {
    return new ScalecubeInstrumentation();
  }

  /** Who met whom, what was told, and who left, in the order of each node. */
  @Override
  protected List<String> transcript() {
    List<String> transcript = new ArrayList<>();
    try (Nodes nodes = Nodes.start("alice", "bob")) {
      nodes.get(0).gossip("news", "hello");
      nodes.awaitMet();
      Waits.until("the news", () -> nodes.get(1).heard("news") == 1);
      nodes.get(1).leave();
      Waits.until("the farewell", () -> nodes.get(0).events().size() == 3);
      for (Node node : nodes) {
        transcript.add(node.alias() + node.events() + node.heard("news"));
      }
    }
    return transcript;
  }
}
