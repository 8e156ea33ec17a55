package io.peertap.tron;

import static org.awaitility.Awaitility.await;

import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import io.peertap.tron.node.NodeLoader;
import io.peertap.tron.node.TronNode;
import java.util.List;
import java.util.Map;

/** tronprotocol's libp2p keeps every instrumentation's promises. */
class TronContractTest extends InstrumentationContract {

  @Override
  protected Instrumentation instrumentation() {
    return new TronInstrumentation();
  }

  /** Two nodes find, meet and leave each other. */
  @Override
  protected List<String> transcript() throws Exception {
    try (TronNode a = NodeLoader.node(NodeLoader.NEWEST);
        TronNode b = NodeLoader.node(NodeLoader.NEWEST)) {
      a.start(Map.of("discoverEnable", true));
      String seed = "127.0.0.1:" + a.port();
      b.start(Map.of("discoverEnable", true, "seedNodes", List.of(seed)));
      await().until(() -> a.table().contains(b.id()) && b.table().contains(a.id()));
      b.dial(a.port());
      await().until(() -> a.peers().containsKey(b.id()) && b.peers().containsKey(a.id()));
      b.send(a.id(), 1, 1_000);
      a.send(b.id(), 2, 100_000);
      await().until(() -> !a.received(b.id()).isEmpty() && !b.received(a.id()).isEmpty());
      b.syncTree(List.of("127.0.0.3:18888"));
      return List.of(
          "b dialled a: " + b.peers().get(a.id()),
          "a dialled b: " + a.peers().get(b.id()),
          "a got " + a.received(b.id()),
          "b got " + b.received(a.id()));
    }
  }
}
