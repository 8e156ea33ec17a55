package io.peertap.libp2p;

import static org.awaitility.Awaitility.await;

import io.libp2p.core.Connection;
import io.libp2p.protocol.Identify;
import io.libp2p.protocol.Ping;
import io.libp2p.protocol.PingController;
import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import java.util.ArrayList;
import java.util.List;

/** The libp2p module keeps every instrumentation's promises. */
class Libp2pContractTest extends InstrumentationContract {

  /** Hooked classes with tests of their own; being loaded is what the contract asks. */
  private static final List<String> LOADED = List.of(
      "discovery.MDnsDiscovery",
      "protocol.autonat.AutonatProtocol$Sender",
      "protocol.autonat.AutonatProtocol$Receiver",
      "protocol.circuit.CircuitHopProtocol$Binding",
      "protocol.circuit.CircuitHopProtocol$ProxyHandler",
      "protocol.circuit.CircuitHopProtocol$Sender",
      "protocol.circuit.RelayTransport$ConnectionOverStream",
      "pubsub.flood.FloodRouter");

  @Override
  protected Instrumentation instrumentation() {
    return new Libp2pInstrumentation();
  }

  @Override
  protected List<String> transcript() throws Exception {
    List<String> transcript = new ArrayList<>();
    for (Node.Kind kind : Node.Kind.values()) {
      if (kind.resolves()) {
        transcript.add(kind + " " + talk(kind));
      }
    }
    transcript.add("gossip " + gossip());
    for (String type : LOADED) {
      transcript.add(Class.forName("io.libp2p." + type).getSimpleName());
    }
    return transcript;
  }

  /** Older versions have no QUIC, and count parts of messages only when they are decoded. */
  @Override
  protected List<String> unreachable() {
    return Quic.resolves()
        ? List.of()
        : List.of(
            "QuicStreamReadCloseEventConverter#exceptionCaught/2", "RpcCountFrameDecoder#decode/3");
  }

  private static String talk(Node.Kind kind) {
    Blob blob = new Blob("/test/blob/1.0.0");
    Node server = Node.start(kind, blob);
    Node client = Node.start(kind, blob);
    Connection connection = client.connect(server);
    PingController pinger =
        Node.get(connection.muxerSession().createStream(List.of(new Ping())).getController());
    boolean pinged = Node.get(pinger.ping()) >= 0;
    String agent = Node.get(Node.get(
                connection.muxerSession().createStream(List.of(new Identify())).getController())
            .id())
        .getAgentVersion();
    Blob.Transfer transfer =
        Node.get(connection.muxerSession().createStream(List.of(blob)).getController());
    long back = Node.get(transfer.send(20_000, 10_000));
    boolean same = client.connect(server) == connection;
    Node.closeAll(client, server);
    return pinged + " " + agent + " " + back + " " + same + " " + client.dialled.sum() + " "
        + server.accepted.sum();
  }

  private static String gossip() {
    try (GossipNode a = new GossipNode();
        GossipNode b = new GossipNode()) {
      a.subscribe("news");
      b.subscribe("news");
      a.node.connect(b.node);
      await().until(() -> a.told.meshed.get() + b.told.meshed.get() == 2);
      Node.get(a.publish("news", GossipNode.VALID, 100));
      await().until(() -> b.told.valid.get() == 1);
      return b.told.unseen.get() + " " + b.told.seen.get();
    }
  }
}
