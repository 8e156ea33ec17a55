package io.peertap.operations.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.bitcoin.KnownNode;
import io.peertap.api.Direction;
import io.peertap.api.Outcome;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.bitcoinj.base.Address;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.base.ScriptType;
import org.bitcoinj.core.Block;
import org.bitcoinj.core.BlockChain;
import org.bitcoinj.core.Context;
import org.bitcoinj.core.NetworkParameters;
import org.bitcoinj.core.Peer;
import org.bitcoinj.core.PeerGroup;
import org.bitcoinj.core.Transaction;
import org.bitcoinj.core.VerificationException;
import org.bitcoinj.core.listeners.DownloadProgressTracker;
import org.bitcoinj.crypto.ECKey;
import org.bitcoinj.params.RegTestParams;
import org.bitcoinj.store.MemoryBlockStore;

/** A real bitcoinj peer group that downloads a short chain from one node on loopback. */
final class BitcoinjSync implements Driver {

  private static final int BLOCKS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final NetworkParameters network = RegTestParams.get();
  private KnownNode discovery;

  @Override
  public void drive(Truth truth) throws Exception {
    Context.propagate(new Context());
    List<Block> blocks = mined();
    BlockChain chain =
        new BlockChain(BitcoinNetwork.REGTEST, new MemoryBlockStore(network.getGenesisBlock()));
    try (BitcoinNode node = new BitcoinNode(network, blocks)) {
      PeerGroup group = group(chain, node.address());
      DownloadProgressTracker progress = new DownloadProgressTracker();
      group.startBlockChainDownload(progress);
      group.start();
      Peer peer =
          group.waitForPeers(1).get(PATIENCE.toSeconds(), TimeUnit.SECONDS).get(0);
      progress.getFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(chain.getBestChainHeight()).isEqualTo(BLOCKS);
      peer.sendPing().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      group
          .broadcastTransaction(transaction(), 1, false)
          .awaitSent()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      withhold(node, blocks);
      Awaitility.await().atMost(PATIENCE).until(() -> node.received().containsKey("Transaction"));
      truth.waits("block_downloads", peer, 1);
      group.stop();
      told(truth, node);
    }
    addAlone(chain, blocks.get(BLOCKS - 1));
    for (int i = 0; i < BLOCKS; i++) {
      truth.synchronised("block", Outcome.SUCCESS);
    }
    truth.synchronised("block", Outcome.FAILURE); // The orphan.
    truth.synchronised("block", Outcome.FAILURE); // The one that proves no work.
  }

  /** What the node saw on its socket is what the client sent and received. */
  private void told(Truth truth, BitcoinNode node) {
    count(truth, Direction.OUTBOUND, node.received());
    count(truth, Direction.INBOUND, node.sent());
    for (int i = 0; i < node.received().get("Ping"); i++) {
      truth.pinged(Outcome.SUCCESS);
    }
    for (int i = 0; i < discovery.rounds(); i++) {
      truth.discovered("peers", Outcome.SUCCESS, 1);
    }
    truth.ended("broadcast", Outcome.SUCCESS);
    truth.happened("peer_ready");
    truth.happened("chain_download_started");
    truth.happened("peer_died");
  }

  private static void count(Truth truth, Direction direction, Map<String, Integer> messages) {
    messages.forEach((type, count) -> {
      for (int i = 0; i < count; i++) {
        truth.message(direction, "bitcoin", type);
      }
    });
  }

  /** The node announces a block that it never delivers. */
  private void withhold(BitcoinNode node, List<Block> blocks) throws Exception {
    int requests = node.received().get("GetDataMessage");
    node.announce(blocks.get(BLOCKS - 1).createNextBlock(address()));
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> node.received().get("GetDataMessage") > requests);
  }

  private void addAlone(BlockChain chain, Block last) throws Exception {
    Block missing = last.createNextBlock(address());
    assertThat(chain.add(missing.createNextBlock(address()))).isFalse();
    Block idle = new Block(
        1, missing.getHash(), missing.getMerkleRoot(), missing.time(), 0x1d00ffffL, 0, List.of());
    assertThatThrownBy(() -> chain.add(idle)).isInstanceOf(VerificationException.class);
  }

  private PeerGroup group(BlockChain chain, InetSocketAddress node) {
    PeerGroup group = new PeerGroup(BitcoinNetwork.REGTEST, chain);
    group.setUseLocalhostPeerWhenPossible(false);
    group.setBloomFilteringEnabled(false);
    group.setMaxConnections(1);
    group.setPingIntervalMsec(0);
    discovery = new KnownNode(node);
    group.addPeerDiscovery(discovery);
    group.setDiscoverPeersViaP2P(false);
    return group;
  }

  private List<Block> mined() {
    List<Block> blocks = new ArrayList<>();
    Block head = network.getGenesisBlock();
    for (int i = 0; i < BLOCKS; i++) {
      head = head.createNextBlock(address());
      blocks.add(head);
    }
    return blocks;
  }

  private Transaction transaction() {
    return mined().get(0).getTransactions().get(0);
  }

  private static Address address() {
    return new ECKey().toAddress(ScriptType.P2PKH, BitcoinNetwork.REGTEST);
  }
}
