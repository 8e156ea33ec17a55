package io.peertap.netty.scenario;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A plain JDK server socket on loopback; what it accepts does nothing until told to. */
final class PlainServer implements AutoCloseable {

  private static final int ACCEPT_MILLIS = 60_000;

  private final ServerSocket socket;

  PlainServer() throws IOException {
    this(0);
  }

  /** With a receive buffer of this size, or the default for 0. */
  PlainServer(int receiveBuffer) throws IOException {
    socket = new ServerSocket();
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.setSoTimeout(ACCEPT_MILLIS);
    socket.bind(Server.anyPort());
  }

  PlainEnd accept() throws IOException {
    return new PlainEnd(socket.accept());
  }

  int port() {
    return socket.getLocalPort();
  }

  InetSocketAddress address() {
    return Server.on(port());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
