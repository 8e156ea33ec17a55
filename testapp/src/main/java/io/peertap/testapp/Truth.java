package io.peertap.testapp;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.peertap.testapp.truth.EventTruth;
import io.peertap.testapp.truth.GossipTruth;
import io.peertap.testapp.truth.OperationTruths;
import io.peertap.testapp.truth.PingTruth;
import io.peertap.testapp.truth.QueueTruth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/**
 * The books of one node over all its stays in the cluster; the fields are the JSON it writes. What
 * is sent counts when it is handed over, whether or not it arrives; a gossip counts once for its
 * author and once for each node that hears it.
 */
final class Truth {

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private final String node;
  private final String host;
  private final Set<String> clusterAddresses = new CopyOnWriteArraySet<>();
  private final Set<String> membersSeen = new ConcurrentSkipListSet<>();

  final AtomicLong leaves = new AtomicLong();
  final AtomicLong returns = new AtomicLong();
  final AtomicLong gossipsSent = new AtomicLong();
  final AtomicLong gossipsReceived = new AtomicLong();
  final AtomicLong messagesSent = new AtomicLong();
  final AtomicLong messagesReceived = new AtomicLong();
  final AtomicLong requestsSent = new AtomicLong();
  final AtomicLong requestsAnswered = new AtomicLong();
  final AtomicLong answersReceived = new AtomicLong();
  final AtomicLong payloadBytesSent = new AtomicLong();
  final AtomicLong payloadBytesReceived = new AtomicLong();
  final AtomicLong deadDials = new AtomicLong();
  final AtomicLong deadDialsRefused = new AtomicLong();

  final OperationTruths operations = new OperationTruths();
  final EventTruth events = new EventTruth();
  final PingTruth pings = new PingTruth();
  final GossipTruth gossip = new GossipTruth();
  final QueueTruth queues = new QueueTruth();

  private final Map<String, PeerTruth> peers = new ConcurrentSkipListMap<>();

  Truth(NodeId id) {
    node = id.name();
    host = id.host();
  }

  void joined(String address) {
    clusterAddresses.add(address);
  }

  void saw(String member) {
    membersSeen.add(member);
  }

  PeerTruth peer(SocketAddress address) {
    return peer(((InetSocketAddress) address).getAddress().getHostAddress());
  }

  PeerTruth peer(String peerHost) {
    return peers.computeIfAbsent(peerHost, any -> new PeerTruth());
  }

  /** Writes all at once, so that nobody reads half of it. */
  synchronized void writeTo(Path directory) {
    try {
      Files.createDirectories(directory);
      Path file = directory.resolve("truth-" + node + ".json");
      Path draft = Files.writeString(file.resolveSibling("." + node), GSON.toJson(this) + "\n");
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String summary() {
    return host
        + " sent " + messagesSent + " messages and " + gossipsSent + " gossips, received "
        + messagesReceived + " and " + gossipsReceived + ", dialled "
        + sum(p -> p.connectionsDialled.get()) + " connections and accepted "
        + sum(p -> p.connectionsAccepted.get()) + ", handed over "
        + sum(p -> p.frameBytesSent.get()) + " bytes";
  }

  private long sum(ToLongFunction<PeerTruth> count) {
    return peers.values().stream().mapToLong(count).sum();
  }
}
