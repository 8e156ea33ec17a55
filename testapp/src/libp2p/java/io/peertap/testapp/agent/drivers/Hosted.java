package io.peertap.testapp.agent.drivers;

import io.libp2p.core.Connection;
import io.libp2p.core.Host;
import io.libp2p.core.dsl.BuilderJ;
import io.libp2p.core.dsl.HostBuilder;
import io.libp2p.core.multiformats.Multiaddr;
import io.libp2p.core.multistream.ProtocolBinding;
import io.libp2p.core.mux.StreamMuxerProtocol;
import io.libp2p.protocol.Identify;
import io.libp2p.protocol.Ping;
import io.libp2p.security.noise.NoiseXXSecureChannel;
import io.libp2p.transport.tcp.TcpTransport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A host that listens on loopback. */
record Hosted(Host host) implements AutoCloseable {

  private static final long PATIENCE = 20;

  static Hosted start(Consumer<BuilderJ> more, ProtocolBinding<?>... protocols) throws Exception {
    HostBuilder builder = new HostBuilder()
        .transport(TcpTransport::new)
        .secureChannel(NoiseXXSecureChannel::new)
        .muxer(StreamMuxerProtocol::getYamux)
        .listen("/ip4/127.0.0.1/tcp/0")
        .protocol(new Ping(), new Identify())
        .protocol(protocols);
    builder.builderModifier(more);
    Host host = builder.build();
    get(host.start());
    return new Hosted(host);
  }

  Multiaddr address() {
    return host.listenAddresses().get(0);
  }

  Connection connect(Hosted other) throws Exception {
    return connect(other, other.address());
  }

  Connection connect(Hosted other, Multiaddr address) throws Exception {
    return get(host.getNetwork().connect(other.host.getPeerId(), address));
  }

  static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(PATIENCE, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    host.stop().orTimeout(PATIENCE, TimeUnit.SECONDS).join();
  }
}
