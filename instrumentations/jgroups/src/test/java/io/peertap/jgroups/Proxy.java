package io.peertap.jgroups;

import java.io.IOException;
import java.io.InputStream;
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
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong dials = new AtomicLong();
  private final AtomicLong connections = new AtomicLong();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  Proxy(int target) throws IOException {
    this.target = target;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Where the member listens. */
  int target() {
    return target;
  }

  /** Bytes that came from either side, and were passed on. */
  long bytes() {
    return bytes.get();
  }

  /** Bytes that were meant for a member that does not listen. */
  long lost() {
    return lost.get();
  }

  /** How often somebody dialled. */
  long dials() {
    return dials.get();
  }

  /** How often the member took the call. */
  long connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket dialler = server.accept();
        sockets.add(dialler);
        dials.incrementAndGet();
        Socket member = member();
        if (member == null) {
          start(() -> swallow(dialler));
        } else {
          sockets.add(member);
          connections.incrementAndGet();
          start(() -> pass(dialler, member));
          start(() -> pass(member, dialler));
        }
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Null if it does not listen, or not any more. */
  private Socket member() {
    try {
      return new Socket(InetAddress.getLoopbackAddress(), target);
    } catch (IOException e) { // Refused, or reset by one that stops to listen.
      return null;
    }
  }

  /** Takes what is said to a member that is gone. */
  private void swallow(Socket from) {
    byte[] buffer = new byte[8192];
    end(from);
    try {
      InputStream in = from.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        lost.addAndGet(read);
      }
    } catch (IOException e) {
      // It was reset.
    }
  }

  /** Never closes either: what the other direction has not read yet would be lost unseen. */
  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[8192];
    try {
      InputStream in = from.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.addAndGet(read);
        tell(to, buffer, read);
      }
    } catch (IOException e) {
      // It was reset: whoever closes with something unread does that.
    } finally {
      end(to);
    }
  }

  private static void tell(Socket to, byte[] bytes, int count) {
    try {
      to.getOutputStream().write(bytes, 0, count);
    } catch (IOException e) {
      // It is gone; what is said to it counts all the same.
    }
  }

  private static void end(Socket to) {
    try {
      to.shutdownOutput();
    } catch (IOException e) {
      // It is gone.
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
