package io.peertap.libp2p;

import io.libp2p.core.Connection;
import io.libp2p.core.ConnectionHandler;
import io.libp2p.core.Host;
import io.libp2p.core.PeerId;
import io.libp2p.core.dsl.BuilderJ;
import io.libp2p.core.dsl.HostBuilder;
import io.libp2p.core.multiformats.Multiaddr;
import io.libp2p.core.multistream.ProtocolBinding;
import io.libp2p.core.mux.StreamMuxerProtocol;
import io.libp2p.protocol.Identify;
import io.libp2p.protocol.Ping;
import io.libp2p.security.noise.NoiseXXSecureChannel;
import io.libp2p.security.tls.TlsSecureChannel;
import io.libp2p.transport.tcp.TcpTransport;
import io.libp2p.transport.ws.WsTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** A host of the real library on loopback, which counts what it does without the agent. */
final class Node implements AutoCloseable {

  static final long PATIENCE = 20;

  final Wire wire = new Wire();
  final LongAdder dialled = new LongAdder();
  final LongAdder accepted = new LongAdder();
  final Host host;

  private boolean closed;

  private Node(List<Kind> kinds, List<ProtocolBinding<?>> protocols, Consumer<BuilderJ> more) {
    HostBuilder builder = new HostBuilder();
    kinds.forEach(kind -> kind.apply(builder));
    builder.protocol(new Ping(), new Identify());
    for (ProtocolBinding<?> protocol : protocols) {
      builder.protocol(protocol);
    }
    builder.builderModifier(more.andThen(this::count));
    host = builder.build();
  }

  private void count(BuilderJ builder) {
    builder.getDebug().getBeforeSecureHandler().addNettyHandler(wire);
    connected(connection -> (connection.isInitiator() ? dialled : accepted).increment())
        .accept(builder);
  }

  /** Has the host do something with each of its connections. */
  static Consumer<BuilderJ> connected(Consumer<Connection> then) {
    return builder -> builder
        .getConnectionHandlers()
        .add(ConnectionHandler.Companion.create(connection -> {
          then.accept(connection);
          return kotlin.Unit.INSTANCE;
        }));
  }

  /** A host that listens. */
  static Node start(Kind kind, ProtocolBinding<?>... protocols) {
    return start(kind, List.of(protocols), builder -> {});
  }

  static Node start(Kind kind, List<ProtocolBinding<?>> protocols, Consumer<BuilderJ> more) {
    return start(List.of(kind), protocols, more);
  }

  /** A host that listens in several ways. */
  static Node start(List<Kind> kinds, List<ProtocolBinding<?>> protocols, Consumer<BuilderJ> more) {
    Node node = new Node(kinds, protocols, more);
    get(node.host.start());
    return node;
  }

  String id() {
    return host.getPeerId().toBase58();
  }

  PeerId peerId() {
    return host.getPeerId();
  }

  Multiaddr address() {
    return host.listenAddresses().get(0);
  }

  /** The address of a transport. */
  Multiaddr address(String transport) {
    for (Multiaddr address : host.listenAddresses()) {
      if (address.toString().contains('/' + transport)) {
        return address;
      }
    }
    throw new AssertionError("no " + transport);
  }

  int port() {
    String[] parts = address().toString().split("/", -1);
    return Integer.parseInt(parts[4]);
  }

  Connection connect(Node other) {
    return get(host.getNetwork().connect(other.peerId(), other.address()));
  }

  @Override
  public void close() {
    closeAll(this);
  }

  @SuppressWarnings("unchecked") // The library does not say what a host's protocols' handles are.
  static ProtocolBinding<Object> erased(ProtocolBinding<?> protocol) {
    return (ProtocolBinding<Object>) protocol;
  }

  static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static <T> Throwable failure(CompletableFuture<T> future) {
    try {
      return new AssertionError("it answered " + future.get(PATIENCE, TimeUnit.SECONDS));
    } catch (java.util.concurrent.ExecutionException e) {
      return e.getCause();
    } catch (Exception e) {
      return e;
    }
  }

  /** How hosts reach each other. */
  enum Kind {
    NOISE_YAMUX("tcp", "noise", "yamux") {
      @Override
      void apply(HostBuilder builder) {
        builder
            .transport(TcpTransport::new)
            .secureChannel(NoiseXXSecureChannel::new)
            .muxer(StreamMuxerProtocol::getYamux)
            .listen("/ip4/127.0.0.1/tcp/0");
      }
    },
    TLS_MPLEX("tcp", "tls", "mplex") {
      @Override
      void apply(HostBuilder builder) {
        builder
            .transport(TcpTransport::new)
            .secureChannel(TlsSecureChannel::ECDSA)
            .muxer(StreamMuxerProtocol::getMplex)
            .listen("/ip4/127.0.0.1/tcp/0");
      }
    },
    WEBSOCKET("tcp", "noise", "yamux") {
      @Override
      void apply(HostBuilder builder) {
        builder
            .transport(WsTransport::new)
            .secureChannel(NoiseXXSecureChannel::new)
            .muxer(StreamMuxerProtocol::getYamux)
            .listen("/ip4/127.0.0.1/tcp/0/ws");
      }
    },
    QUIC("quic", "tls", "quic") {
      @Override
      void apply(HostBuilder builder) {
        builder.listen("/ip4/127.0.0.1/udp/0/quic-v1");
        Quic.apply(builder);
      }
    };

    final String transport;
    final String security;
    final String muxer;

    Kind(String transport, String security, String muxer) {
      this.transport = transport;
      this.security = security;
      this.muxer = muxer;
    }

    abstract void apply(HostBuilder builder);

    boolean resolves() {
      return this != QUIC || Quic.resolves();
    }
  }

  static void closeAll(Node... nodes) {
    List<CompletableFuture<Void>> stops = new ArrayList<>();
    for (Node node : nodes) {
      if (!node.closed) {
        node.closed = true;
        stops.add(node.host.stop());
      }
    }
    stops.forEach(Node::get);
  }
}
