package io.peertap.bitcoinj;

import static org.awaitility.Awaitility.await;

import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import java.util.ArrayList;
import java.util.List;
import org.bitcoinj.core.Peer;
import org.bitcoinj.core.PeerGroup;

/** bitcoinj keeps every instrumentation's promises. */
class BitcoinjContractTest extends InstrumentationContract {

  @Override
  protected Instrumentation instrumentation() {
    return new BitcoinjInstrumentation();
  }

  @Override
  protected List<String> transcript() throws Exception {
    for (String type : List.of(
        "net.BlockingClient",
        "net.BlockingClientManager",
        "net.discovery.SeedPeers",
        "net.discovery.DnsDiscovery$DnsSeedDiscovery",
        "wallet.Wallet",
        "signers.LocalTransactionSigner")) {
      Class.forName("org.bitcoinj." + type);
    }
    List<String> transcript = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      PeerGroup group = Groups.quiet();
      group.setPingIntervalMsec(50);
      group.start();
      try (Node node = new Node(true)) {
        Peer peer = group.connectTo(node.address());
        await().until(() -> group.numConnectedPeers() == 1);
        await().until(() -> node.sent().getOrDefault("pong", 0L) >= 2);
        transcript.add(peer.getPeerVersionMessage().subVer + node.received().get("verack"));
        group.stop();
      }
    }
    return transcript;
  }

  /** What this release does with other arguments. */
  @Override
  protected List<String> unreachable() {
    return Groups.isOldest()
        ? List.of("SeedPeers#getPeers/2", "DnsSeedDiscovery#getPeers/2")
        : List.of("SeedPeers#getPeers/3", "DnsSeedDiscovery#getPeers/3");
  }
}
