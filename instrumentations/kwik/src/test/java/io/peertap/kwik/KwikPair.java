package io.peertap.kwik;

import io.peertap.test.SelfSigned;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import tech.kwik.core.QuicClientConnection;
import tech.kwik.core.QuicConnection;
import tech.kwik.core.QuicStream;
import tech.kwik.core.Statistics;
import tech.kwik.core.log.NullLogger;
import tech.kwik.core.send.SendStatistics;
import tech.kwik.core.server.ApplicationProtocolConnection;
import tech.kwik.core.server.ApplicationProtocolConnectionFactory;
import tech.kwik.core.server.ServerConnectionConfig;
import tech.kwik.core.server.ServerConnector;

/** The streams of the server begin with a byte that says what to do. */
public final class KwikPair implements Pair {

  private static final long PATIENCE_SECONDS = 30;
  private static final byte ECHO = 'e';
  private static final byte RESET = 'r';
  private static final int ERROR = 7;
  private static final int BUFFER = 1_000_000;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CompletableFuture<QuicConnection> accepted = new CompletableFuture<>();
  private ServerConnector server;
  private DatagramSocket socket;
  private QuicClientConnection dialled;

  @Override
  public InetSocketAddress listen(SelfSigned identity, Duration idleTimeout) throws Exception {
    socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server = ServerConnector.builder()
        .withPort(socket.getLocalPort()) // Asked for by 0.10, socket or not.
        .withSocket(socket)
        .withKeyStore(identity.keys(), SelfSigned.ALIAS, SelfSigned.PASSWORD.toCharArray())
        .withConfiguration(ServerConnectionConfig.builder()
            .maxIdleTimeout((int) idleTimeout.toMillis())
            .maxOpenPeerInitiatedBidirectionalStreams(100)
            .maxConnectionBufferSize(BUFFER)
            .maxBidirectionalStreamBufferSize(BUFFER)
            .build())
        .withLogger(new NullLogger())
        .build();
    server.registerApplicationProtocol(ALPN, new Accepting());
    server.start();
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  @Override
  public void dial(InetSocketAddress remote, SelfSigned trusted, Duration timeout)
      throws Exception {
    KeyStore trust = KeyStore.getInstance(KeyStore.getDefaultType());
    trust.load(null, null);
    trust.setCertificateEntry(SelfSigned.ALIAS, trusted.certificate());
    dialled = QuicClientConnection.newBuilder()
        .host("localhost")
        .preferIPv4()
        .port(remote.getPort())
        .applicationProtocol(ALPN)
        .connectTimeout(timeout)
        .maxIdleTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
        .customTrustStore(trust)
        .socketFactory(
            any -> new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)))
        .logger(new NullLogger())
        .build();
    dialled.connect();
    accepted.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void echo(int streams, int bytes) throws Exception {
    for (int i = 0; i < streams; i++) {
      QuicStream stream = dialled.createStream(true);
      InputStream in = stream.getInputStream();
      Future<Integer> answered = threads.submit(() -> in.readNBytes(bytes).length);
      stream.getOutputStream().write(message(ECHO, bytes));
      if (answered.get(PATIENCE_SECONDS, TimeUnit.SECONDS) != bytes) {
        throw new IllegalStateException("not all bytes came back");
      }
      stream.getOutputStream().close();
      if (in.read() >= 0) {
        throw new IllegalStateException("more than was sent");
      }
    }
  }

  @Override
  public void open(int streams) throws Exception {
    for (int i = 0; i < streams; i++) {
      openOne();
    }
  }

  @Override
  public void resetByClient() throws Exception {
    QuicStream stream = openOne();
    stream.resetStream(ERROR);
    drain(stream);
  }

  @Override
  public void resetByServer() throws Exception {
    QuicStream stream = dialled.createStream(true);
    stream.getOutputStream().write(message(RESET, 1));
    drain(stream);
    stream.getOutputStream().close();
  }

  private QuicStream openOne() throws IOException {
    QuicStream stream = dialled.createStream(true);
    stream.getOutputStream().write(message(ECHO, 1));
    if (stream.getInputStream().read() != ECHO) {
      throw new IllegalStateException("not what was sent");
    }
    return stream;
  }

  /** Reads to the end, in order or not. */
  private static void drain(QuicStream stream) {
    byte[] piece = new byte[1000];
    try (InputStream in = stream.getInputStream()) {
      while (in.read(piece) >= 0) {
        Arrays.fill(piece, (byte) 0);
      }
    } catch (IOException e) {
      // The end of what was reset.
    }
  }

  private static byte[] message(byte first, int bytes) {
    byte[] message = new byte[bytes];
    message[0] = first;
    return message;
  }

  @Override
  public void hangUp() {
    dialled.closeAndWait();
  }

  @Override
  public Counted client() {
    return counted(dialled);
  }

  @Override
  public Counted server() throws Exception {
    return counted(accepted.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  /** Kwik 0.10 has the numbers, but no getters for them. */
  private static Counted counted(QuicConnection connection) {
    try {
      Field counts = Statistics.class.getDeclaredField("senderStatistics");
      counts.setAccessible(true);
      SendStatistics stats = (SendStatistics) counts.get(connection.getStats());
      return new Counted((double) stats.packetsSent(), (double) stats.lostPackets());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.close();
      socket.close();
    }
    threads.shutdownNow();
  }

  /** Serves each stream on a thread of its own. */
  private final class Accepting implements ApplicationProtocolConnectionFactory {
    @Override
    public ApplicationProtocolConnection createConnection(
        String protocol, QuicConnection connection) {
      accepted.complete(connection);
      return new ApplicationProtocolConnection() {
        @Override
        public void acceptPeerInitiatedStream(QuicStream stream) {
          threads.execute(() -> serve(stream));
        }
      };
    }

    @Override
    public int maxConcurrentPeerInitiatedBidirectionalStreams() {
      return 100;
    }
  }

  private static void serve(QuicStream stream) {
    byte[] piece = new byte[10_000];
    try {
      InputStream in = stream.getInputStream();
      int read = in.read(piece);
      if (read > 0 && piece[0] == RESET) {
        stream.resetStream(ERROR);
        drain(stream);
        return;
      }
      while (read >= 0) {
        stream.getOutputStream().write(piece, 0, read);
        read = in.read(piece);
      }
      stream.getOutputStream().close();
    } catch (IOException e) {
      closeAfter(stream, e);
    }
  }

  /** The client reset its half, or the connection is gone. */
  private static void closeAfter(QuicStream stream, IOException cause) {
    try {
      stream.getOutputStream().close();
    } catch (IOException e) {
      e.addSuppressed(cause);
      throw new UncheckedIOException(e);
    }
  }
}
