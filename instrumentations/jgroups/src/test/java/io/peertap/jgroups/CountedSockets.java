package io.peertap.jgroups;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.MulticastSocket;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import org.jgroups.util.DefaultSocketFactory;

/** Makes datagram sockets that count what they send and receive. */
final class CountedSockets extends DefaultSocketFactory {

  private final AtomicLong sentBytes = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong receivedBytes = new AtomicLong();
  private final AtomicLong received = new AtomicLong();

  long sentBytes() {
    return sentBytes.get();
  }

  long sent() {
    return sent.get();
  }

  long receivedBytes() {
    return receivedBytes.get();
  }

  long received() {
    return received.get();
  }

  @Override
  public MulticastSocket createMulticastSocket(String name, SocketAddress address)
      throws IOException {
    return new MulticastSocket(address) {
      @Override
      public void send(DatagramPacket packet) throws IOException {
        super.send(packet);
        sent.incrementAndGet();
        sentBytes.addAndGet(packet.getLength());
      }

      @Override
      public void receive(DatagramPacket packet) throws IOException {
        super.receive(packet);
        received.incrementAndGet();
        receivedBytes.addAndGet(packet.getLength());
      }
    };
  }
}
