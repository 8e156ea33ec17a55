package io.peertap.testapp.agent.hosts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A loopback port whose queue is full and never emptied: every further dial stays pending. */
final class FullBacklog {

  private static final int PATIENCE_MILLIS = 200;

  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final List<Socket> queue = new ArrayList<>();

  private FullBacklog() throws IOException {}

  static FullBacklog create() throws IOException {
    FullBacklog backlog = new FullBacklog();
    while (backlog.takesOneMore()) {
      // Until it is full.
    }
    return backlog;
  }

  InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  private boolean takesOneMore() throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(address(), PATIENCE_MILLIS);
      return queue.add(socket);
    } catch (SocketTimeoutException e) {
      socket.close();
      return false;
    }
  }
}
