package io.peertap.netty.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A plain TCP relay that counts the bytes on the wire in both directions. */
final class Relay implements AutoCloseable {

  private final ServerSocket server;
  private final int target;
  private final AtomicLong fromClients = new AtomicLong();
  private final AtomicLong fromServer = new AtomicLong();
  private final AtomicLong open = new AtomicLong();
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

  Relay(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::acceptAll);
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket client = server.accept();
        Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(upstream);
        open.addAndGet(2);
        start(() -> pump(client, upstream, fromClients));
        start(() -> pump(upstream, client, fromServer));
      }
    } catch (IOException e) {
      // The relay was closed.
    }
  }

  /** Goes on reading after the other side has gone, so that the count stays exact. */
  private void pump(Socket from, Socket to, AtomicLong count) {
    byte[] buffer = new byte[16384];
    try {
      InputStream in = from.getInputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        count.addAndGet(n);
        pass(to, buffer, n);
      }
    } catch (IOException e) {
      // Reset: there is no more to count.
    } finally {
      end(to);
      open.decrementAndGet();
    }
  }

  private static void pass(Socket to, byte[] bytes, int length) {
    try {
      OutputStream out = to.getOutputStream();
      out.write(bytes, 0, length);
    } catch (IOException e) {
      // The receiver has gone.
    }
  }

  private static void end(Socket socket) {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      // It has gone already.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  InetSocketAddress address() {
    return Server.on(server.getLocalPort());
  }

  long fromClients() {
    return fromClients.get();
  }

  long fromServer() {
    return fromServer.get();
  }

  /** Until no byte has come for a while. */
  void awaitQuiet() {
    Waits.untilSteady("relay", 100, () -> fromClients() + fromServer());
  }

  void awaitEnd() {
    Waits.until("relay ends", () -> open.get() == 0);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
