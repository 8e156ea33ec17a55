package io.peertap.netty.scenario;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;

/** A plain JDK datagram socket on loopback that echoes and counts. */
final class PlainDatagrams implements AutoCloseable {

  private final DatagramSocket socket;
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();

  PlainDatagrams() throws IOException {
    socket = new DatagramSocket(Server.anyPort());
    Thread thread = new Thread(this::echo, "plain-datagrams");
    thread.setDaemon(true);
    thread.start();
  }

  private void echo() {
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(new byte[65536], 65536);
        socket.receive(packet);
        received.addAndGet(packet.getLength());
        sent.addAndGet(packet.getLength());
        socket.send(packet);
      }
    } catch (IOException e) {
      // The socket was closed.
    }
  }

  InetSocketAddress address() {
    return Server.on(socket.getLocalPort());
  }

  long received() {
    return received.get();
  }

  long sent() {
    return sent.get();
  }

  @Override
  public void close() {
    socket.close();
  }
}
