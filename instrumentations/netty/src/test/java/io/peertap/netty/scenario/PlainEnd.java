package io.peertap.netty.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** One end of a connection on a plain JDK socket, with exact counts that owe nothing to Netty. */
final class PlainEnd implements AutoCloseable {

  private final Socket socket;
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private Thread thread;

  PlainEnd(Socket socket) {
    this.socket = socket;
  }

  static PlainEnd connect(int port) throws IOException {
    return new PlainEnd(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  static PlainEnd connect(InetSocketAddress from, InetSocketAddress to) throws IOException {
    Socket socket = new Socket();
    socket.bind(from);
    socket.connect(to);
    return new PlainEnd(socket);
  }

  /** Sends back whatever comes, until the other side has closed; then closes too. */
  PlainEnd echo() {
    return start(true);
  }

  /** Reads whatever comes, until the other side has closed; then closes too. */
  PlainEnd drain() {
    return start(false);
  }

  private PlainEnd start(boolean echoing) {
    thread = new Thread(() -> run(echoing), "plain-end");
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  private void run(boolean echoing) {
    byte[] buffer = new byte[16384];
    try (socket) {
      InputStream in = socket.getInputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        received.addAndGet(n);
        if (echoing) {
          send(buffer, n);
        }
      }
    } catch (IOException e) {
      // Closed or reset: what was counted until then is what arrived.
    }
  }

  private void send(byte[] bytes, int length) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes, 0, length);
    sent.addAndGet(length);
  }

  void send(int bytes) throws IOException {
    send(new byte[bytes], bytes);
  }

  /** Reads exactly this many bytes on the calling thread. */
  void receive(int bytes) throws IOException {
    received.addAndGet(socket.getInputStream().readNBytes(bytes).length);
  }

  /** Reads what is left until the other side has closed. */
  void receiveRest() throws IOException {
    byte[] buffer = new byte[16384];
    InputStream in = socket.getInputStream();
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      received.addAndGet(n);
    }
  }

  /** Says that nothing more will be sent; the other side closes. */
  void finish() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closes with a reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the thread of {@link #echo()} or {@link #drain()}. */
  void awaitEnd() throws InterruptedException {
    thread.join();
  }

  void awaitReceived(long total) {
    Waits.until("plain end received " + total, () -> received.get() >= total);
  }

  void awaitSent(long total) {
    Waits.until("plain end sent " + total, () -> sent.get() >= total);
  }

  int localPort() {
    return socket.getLocalPort();
  }

  int remotePort() {
    return socket.getPort();
  }

  long received() {
    return received.get();
  }

  long sent() {
    return sent.get();
  }
}
