package io.peertap.kwik;

import io.peertap.test.SelfSigned;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * A server and one client of some kwik. JDK types only, so that a test may drive a kwik of another
 * class loader.
 */
public interface Pair extends AutoCloseable {

  /** What both ends speak. */
  String ALPN = "echo";

  /** What one end has counted, as its own library tells; to be compared with samples. */
  record Counted(double sent, double lost) {}

  /** Starts the server; answers where it listens. */
  InetSocketAddress listen(SelfSigned identity, Duration idleTimeout) throws Exception;

  /** Connects the client; it trusts only this one. Throws what the library throws. */
  void dial(InetSocketAddress remote, SelfSigned trusted, Duration timeout) throws Exception;

  /** So many streams, one after the other: bytes there, the same bytes back, an orderly end. */
  void echo(int streams, int bytes) throws Exception;

  /** Opens streams that stay open, a byte on each, and back. */
  void open(int streams) throws Exception;

  /** One stream that the client resets. */
  void resetByClient() throws Exception;

  /** One stream that the server resets. */
  void resetByServer() throws Exception;

  /** The client closes the connection. */
  void hangUp();

  Counted client();

  Counted server() throws Exception;

  /** Ends sockets and threads; what both ends counted may still be asked. */
  void stop();

  @Override
  default void close() {
    stop();
  }
}
