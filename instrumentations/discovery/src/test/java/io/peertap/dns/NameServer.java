package io.peertap.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A name server on loopback, without Netty. Every name has the address 127.0.0.1, but those that
 * begin with {@code no} do not exist, and on {@code silent} ones there is no answer.
 */
final class NameServer implements AutoCloseable {

  private static final int HEADER = 12;

  private final DatagramSocket socket;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  NameServer() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    new Thread(this::serve, "name server").start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The names in the questions that came. */
  List<String> asked() {
    return asked;
  }

  private void serve() {
    byte[] buffer = new byte[1500];
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        byte[] question = Arrays.copyOf(buffer, packet.getLength());
        String name = name(question);
        asked.add(name);
        if (!name.startsWith("silent")) {
          byte[] answer = answer(question, endOfName(question) + 4, !name.startsWith("no"));
          socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private static int endOfName(byte[] message) {
    int at = HEADER;
    while (message[at] != 0) {
      at += message[at] + 1;
    }
    return at + 1;
  }

  private static String name(byte[] message) {
    StringBuilder name = new StringBuilder();
    for (int at = HEADER; message[at] != 0; at += message[at] + 1) {
      name.append(new String(message, at + 1, message[at], StandardCharsets.US_ASCII))
          .append('.');
    }
    return name.toString();
  }

  private static byte[] answer(byte[] question, int end, boolean exists) {
    ByteBuffer answer = ByteBuffer.allocate(end + 16);
    answer.put(question, 0, 2);
    answer.putShort((short) (exists ? 0x8180 : 0x8183));
    answer.putShort((short) 1).putShort((short) (exists ? 1 : 0)).putInt(0);
    answer.put(question, HEADER, end - HEADER);
    if (exists) {
      answer.putShort((short) 0xc00c).putShort((short) 1).putShort((short) 1).putInt(60);
      answer.putShort((short) 4).put(InetAddress.getLoopbackAddress().getAddress());
    }
    return Arrays.copyOf(answer.array(), answer.position());
  }

  @Override
  public void close() {
    socket.close(); // The thread ends with it.
  }
}
