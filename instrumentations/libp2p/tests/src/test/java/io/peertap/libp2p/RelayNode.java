package io.peertap.libp2p;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import io.libp2p.core.PeerId;
import io.libp2p.core.crypto.KeyKt;
import io.libp2p.core.crypto.KeyType;
import io.libp2p.core.crypto.PrivKey;
import io.libp2p.core.dsl.BuilderJ;
import io.libp2p.core.multiformats.Multiaddr;
import io.libp2p.core.multistream.ProtocolBinding;
import io.libp2p.core.transport.Transport;
import io.libp2p.protocol.circuit.CircuitHopProtocol;
import io.libp2p.protocol.circuit.CircuitStopProtocol;
import io.libp2p.protocol.circuit.RelayTransport;
import io.libp2p.protocol.circuit.pb.Circuit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A host that can be a relay and use others, and what the library's own manager of them says. */
final class RelayNode implements AutoCloseable {

  static final String HOP = "/libp2p/circuit/relay/0.2.0/hop";
  static final String STOP = "/libp2p/circuit/relay/0.2.0/stop";

  final Node node;
  final Written written = new Written();
  final AtomicLong granted = new AtomicLong();
  final AtomicLong refused = new AtomicLong();
  private final ScheduledThreadPoolExecutor runner = new ScheduledThreadPoolExecutor(1);
  private final PrivKey key = KeyKt.generateKeyPair(KeyType.ED25519).getFirst();
  private volatile List<RelayTransport.CandidateRelay> candidates = List.of();
  private volatile CircuitHopProtocol.RelayManager manager;

  RelayNode(Node.Kind kind, int reservations, ProtocolBinding<?>... protocols) {
    this(List.of(kind), reservations, List.of(protocols), builder -> {});
  }

  RelayNode(
      List<Node.Kind> kinds,
      int reservations,
      List<ProtocolBinding<?>> protocols,
      Consumer<BuilderJ> more) {
    node = Node.start(kinds, protocols, more.andThen(builder -> enable(builder, reservations)));
    transport().setHost(node.host);
  }

  /**
   * What a circuit through this relay carried to the peer that opened it, and to the other: what the
   * relay wrote to a stream, less what it said for itself before it stood aside. Of what the other
   * says it may miss the first line, which is multistream's name: the library adds the handler that
   * carries it only after the other may speak.
   */
  List<Long> carried(RelayNode opener, RelayNode other) {
    return List.of(
        written.bytes(HOP, opener.node) - Blob.overhead(HOP) - framed(connected()),
        written.bytes(STOP, other.node) - Blob.overhead(STOP) - framed(called(opener)));
  }

  /** With its length before it. */
  private static long framed(MessageLite message) {
    return message.getSerializedSize() + 1L;
  }

  /** Where a peer of this relay's is reached through it. */
  Multiaddr through(RelayNode peer) {
    return new Multiaddr(node.address("tcp") + "/p2p-circuit/p2p/" + peer.node.id());
  }

  /** Makes a reservation with a relay. */
  void listenThrough(RelayNode relay) {
    Node.get(
        node.host.getNetwork().listen(new Multiaddr(relay.node.address("tcp") + "/p2p-circuit")));
  }

  /** Has the library look for reservations among these relays. */
  void search(int reservations, RelayNode... relays) {
    candidates = List.of(relays).stream()
        .map(relay -> new RelayTransport.CandidateRelay(
            relay.node.peerId(), List.of(relay.node.address("tcp"))))
        .toList();
    transport().setRelayCount(reservations);
    transport().ensureEnoughCurrentRelays();
  }

  /** Has room for so many reservations from now on, and has forgotten those that stand. */
  void room(int reservations) {
    manager = library(reservations);
  }

  private CircuitHopProtocol.RelayManager library(int reservations) {
    return CircuitHopProtocol.RelayManager.limitTo(
        key, PeerId.fromPubKey(key.publicKey()), reservations);
  }

  /** What a relay says to a peer that it has connected with another. */
  private static MessageLite connected() {
    return Circuit.HopMessage.newBuilder()
        .setType(Circuit.HopMessage.Type.STATUS)
        .setStatus(Circuit.Status.OK)
        .build();
  }

  /** What a relay says to a peer that another wants to be connected with. */
  private static MessageLite called(RelayNode by) {
    return Circuit.StopMessage.newBuilder()
        .setType(Circuit.StopMessage.Type.CONNECT)
        .setPeer(
            Circuit.Peer.newBuilder().setId(ByteString.copyFrom(by.node.peerId().getBytes())))
        .setLimit(Circuit.Limit.newBuilder().setData(4096).setDuration(120))
        .build();
  }

  private RelayTransport transport() {
    for (Transport transport : node.host.getNetwork().getTransports()) {
      if (transport instanceof RelayTransport through) {
        return through;
      }
    }
    throw new AssertionError("no relay transport");
  }

  private void enable(BuilderJ builder, int reservations) {
    builder.getIdentity().setFactory(() -> key);
    builder.getDebug().getStreamPreHandler().addHandler(written);
    CircuitStopProtocol.Binding stop = new CircuitStopProtocol.Binding(new CircuitStopProtocol());
    room(reservations);
    CircuitHopProtocol.Binding hop = new CircuitHopProtocol.Binding(new Counting(), stop);
    builder.getProtocols().add(Node.erased(hop));
    builder.getProtocols().add(Node.erased(stop));
    builder
        .getTransports()
        .add(upgrader -> new RelayTransport(hop, stop, upgrader, host -> candidates, runner));
  }

  @Override
  public void close() {
    node.close();
    runner.shutdownNow();
  }

  /** The library's own manager, and what it decides. */
  private final class Counting implements CircuitHopProtocol.RelayManager {
    @Override
    public boolean hasReservation(PeerId peer) {
      return manager.hasReservation(peer);
    }

    @Override
    public Optional<CircuitHopProtocol.Reservation> createReservation(
        PeerId peer, Multiaddr address) {
      Optional<CircuitHopProtocol.Reservation> made = manager.createReservation(peer, address);
      (made.isPresent() ? granted : refused).incrementAndGet();
      return made;
    }

    @Override
    public Optional<CircuitHopProtocol.Reservation> allowConnection(
        PeerId target, PeerId initiator) {
      return manager.allowConnection(target, initiator);
    }
  }
}
