package io.peertap.testapp.agent.drivers;

import io.libp2p.core.Connection;
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
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** A host that can be a relay, and can use others. */
final class Relayed implements AutoCloseable {

  private static final int RESERVATIONS = 1;

  private final PrivKey key = KeyKt.generateKeyPair(KeyType.ED25519).getFirst();
  private final ScheduledThreadPoolExecutor runner = new ScheduledThreadPoolExecutor(1);
  private final Hosted hosted;

  Relayed() throws Exception {
    hosted = Hosted.start(this::enable);
    for (Transport transport : hosted.host().getNetwork().getTransports()) {
      if (transport instanceof RelayTransport through) {
        through.setHost(hosted.host());
      }
    }
  }

  private void enable(BuilderJ builder) {
    builder.getIdentity().setFactory(() -> key);
    CircuitStopProtocol.Binding stop = new CircuitStopProtocol.Binding(new CircuitStopProtocol());
    CircuitHopProtocol.Binding hop = new CircuitHopProtocol.Binding(
        CircuitHopProtocol.RelayManager.limitTo(
            key, PeerId.fromPubKey(key.publicKey()), RESERVATIONS),
        stop);
    builder.getProtocols().add(erased(hop));
    builder.getProtocols().add(erased(stop));
    builder
        .getTransports()
        .add(upgrader -> new RelayTransport(hop, stop, upgrader, host -> List.of(), runner));
  }

  @SuppressWarnings("unchecked") // The library does not say what a host's protocols' handles are.
  private static ProtocolBinding<Object> erased(ProtocolBinding<?> protocol) {
    return (ProtocolBinding<Object>) protocol;
  }

  /** Makes a reservation with a relay. */
  void listenThrough(Relayed relay) throws Exception {
    Hosted.get(
        hosted.host().getNetwork().listen(new Multiaddr(relay.hosted.address() + "/p2p-circuit")));
  }

  /** Reaches a peer through a relay that the peer has a reservation with. */
  Connection connect(Relayed peer, Relayed relay) throws Exception {
    String address = relay.hosted.address() + "/p2p-circuit/p2p/"
        + peer.hosted.host().getPeerId().toBase58();
    return hosted.connect(peer.hosted, new Multiaddr(address));
  }

  @Override
  public void close() {
    hosted.close();
    runner.shutdownNow();
  }
}
