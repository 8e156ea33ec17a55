package io.peertap.testapp.agent.drivers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.core.Context;
import org.bitcoinj.core.Message;
import org.bitcoinj.core.NetworkParameters;
import org.bitcoinj.core.Peer;
import org.bitcoinj.core.PeerGroup;
import org.bitcoinj.core.PeerSocketHandler;
import org.bitcoinj.core.Services;
import org.bitcoinj.core.VersionAck;
import org.bitcoinj.core.VersionMessage;
import org.bitcoinj.net.NioClientManager;
import org.bitcoinj.net.NioServer;
import org.bitcoinj.net.discovery.DnsDiscovery.DnsSeedDiscovery;
import org.bitcoinj.net.discovery.PeerDiscoveryException;
import org.bitcoinj.params.RegTestParams;

/** bitcoinj finds a node and shakes hands with it; another one it tells more than that one reads. */
final class Bitcoin implements Driver {

  private static final NetworkParameters NETWORK = RegTestParams.get();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LARGE = 4_000_000;

  /** A name that cannot be one, so that no name server is asked. */
  private static final String NO_NAME = "[nobody]";

  private final ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final NioClientManager connections;
  private final PeerGroup group;
  private NioServer server;

  Bitcoin() throws IOException {
    Context.propagate(new Context()); // Without one, the library starts no thread.
    connections = new NioClientManager();
    group = new PeerGroup(BitcoinNetwork.REGTEST);
    group.setUseLocalhostPeerWhenPossible(false);
    group.setMaxConnections(0);
  }

  @Override
  public void begin() throws Exception {
    discover();
    shakeHands();
    overflow();
  }

  private static void discover() throws PeerDiscoveryException {
    new DnsSeedDiscovery(BitcoinNetwork.REGTEST, "localhost").getPeers(0, PATIENCE);
    try {
      new DnsSeedDiscovery(BitcoinNetwork.REGTEST, NO_NAME).getPeers(0, PATIENCE);
    } catch (PeerDiscoveryException notFound) {
      return; // As it is to be.
    }
    throw new IllegalStateException("found " + NO_NAME);
  }

  private void shakeHands() throws Exception {
    InetSocketAddress address;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = new InetSocketAddress(free.getInetAddress(), free.getLocalPort());
    }
    server = new NioServer((host, port) -> new Node(new InetSocketAddress(host, port)), address);
    server.startAsync().awaitRunning();
    group.start();
    Peer peer = group.connectTo(address);
    peer.getVersionHandshakeFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private void overflow() throws Exception {
    connections.startAsync().awaitRunning();
    InetSocketAddress address = (InetSocketAddress) deaf.getLocalSocketAddress();
    Node node = new Node(address);
    connections.openConnection(address, node).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    VersionMessage large = new VersionMessage(NETWORK, 0);
    large.subVer = "x".repeat(LARGE);
    CompletableFuture<Void> written;
    do {
      written = node.sendMessage(large);
    } while (!written.isCompletedExceptionally());
  }

  @Override
  public void close() throws IOException {
    group.stop();
    server.stopAsync().awaitTerminated();
    connections.stopAsync().awaitTerminated();
    deaf.close();
  }

  /** Answers a version with its own. */
  private static final class Node extends PeerSocketHandler {
    Node(InetSocketAddress remote) {
      super(NETWORK, remote);
    }

    @Override
    protected void processMessage(Message message) {
      if (message instanceof VersionMessage) {
        VersionMessage version = new VersionMessage(NETWORK, 0);
        version.localServices = Services.of(Services.NODE_NETWORK | Services.NODE_WITNESS);
        var unused = sendMessage(version);
        var unusedToo = sendMessage(new VersionAck());
      }
    }

    @Override
    public void connectionOpened() {}

    @Override
    public void connectionClosed() {}
  }
}
