package io.peertap.netty.scenario;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A loopback port whose queue is full and never emptied: every further connect stays pending. */
final class FullBacklog implements AutoCloseable {

  private static final int FILLING_MILLIS = 200;

  private final ServerSocket server;
  private final List<Socket> filling = new ArrayList<>();

  FullBacklog() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    while (takesOneMore()) {}
  }

  private boolean takesOneMore() throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(address(), FILLING_MILLIS);
      return filling.add(socket);
    } catch (SocketTimeoutException e) {
      socket.close();
      return false;
    }
  }

  InetSocketAddress address() {
    return Server.on(server.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : filling) {
      socket.close();
    }
    server.close();
  }
}
