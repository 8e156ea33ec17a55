package io.peertap.jgroups;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a member and those that dial it, and counts what really passes. */
final class Proxy implements AutoCloseable {

  private final ServerSocket server;
  private final int target;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong connections = new AtomicLong();
  private final AtomicLong ends = new AtomicLong();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  Proxy(int target) throws IOException {
    this.target = target;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Bytes that came from either side, and were passed on. */
  long bytes() {
    return bytes.get();
  }

  long connections() {
    return connections.get();
  }

  /** Whether both directions of every connection have ended. */
  boolean isQuiet() {
    return ends.get() == 2 * connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket dialler = server.accept();
        Socket member = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(dialler);
        sockets.add(member);
        connections.incrementAndGet();
        start(() -> pass(dialler, member));
        start(() -> pass(member, dialler));
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[8192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.addAndGet(read);
        out.write(buffer, 0, read);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      shut(to); // The other side is gone, and so is this one.
    } finally {
      ends.incrementAndGet();
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    sockets.forEach(Proxy::shut);
  }
}
