package io.peertap.bitcoinj;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** A full node of the regression test network as far as one client needs it, without bitcoinj. */
final class Node implements AutoCloseable {

  static final String AGENT = "/Node:7.1/";
  static final int VERSION = 70015;

  private static final int HEADER = 24;
  private static final byte[] MAGIC = {(byte) 0xfa, (byte) 0xbf, (byte) 0xb5, (byte) 0xda};

  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final boolean polite;
  private final AtomicLong bytesIn = new AtomicLong();
  private final AtomicLong bytesOut = new AtomicLong();
  private final Map<String, Long> received = new ConcurrentSkipListMap<>();
  private final Map<String, Long> sent = new ConcurrentSkipListMap<>();
  private volatile Socket client;

  /** A node that answers, or one that never says a word. */
  Node(boolean polite) throws IOException {
    this.polite = polite;
    Thread thread = new Thread(this::serve, "node");
    thread.setDaemon(true);
    thread.start();
  }

  InetSocketAddress address() {
    return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
  }

  String name() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  long bytesIn() {
    return bytesIn.get();
  }

  long bytesOut() {
    return bytesOut.get();
  }

  Map<String, Long> received() {
    return received;
  }

  Map<String, Long> sent() {
    return sent;
  }

  /** A message whose checksum is wrong. */
  void lie() throws IOException {
    send("pong", new byte[8], new byte[4]);
  }

  void hangUp() throws IOException {
    client.close();
  }

  private void serve() {
    try {
      while (true) {
        client = server.accept();
        try {
          serve(new DataInputStream(client.getInputStream()));
        } catch (IOException e) {
          client.close(); // The client has left.
        }
      }
    } catch (IOException e) {
      return; // So has the test.
    }
  }

  private void serve(DataInputStream in) throws IOException {
    while (true) {
      byte[] header = new byte[HEADER];
      in.readFully(header);
      byte[] payload =
          new byte[ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(16)];
      in.readFully(payload);
      bytesIn.addAndGet(HEADER + payload.length);
      String command = new String(header, 4, 12, StandardCharsets.US_ASCII).trim();
      received.merge(command, 1L, Long::sum);
      if (polite && command.equals("version")) {
        send("version", version());
        send("verack", new byte[0]);
      } else if (polite && command.equals("ping")) {
        send("pong", payload);
      }
    }
  }

  private void send(String command, byte[] payload) throws IOException {
    send(command, payload, sha256(sha256(payload)));
  }

  private synchronized void send(String command, byte[] payload, byte[] checksum)
      throws IOException {
    ByteBuffer message =
        ByteBuffer.allocate(HEADER + payload.length).order(ByteOrder.LITTLE_ENDIAN);
    message.put(MAGIC);
    message.put(Arrays.copyOf(command.getBytes(StandardCharsets.US_ASCII), 12));
    message.putInt(payload.length).put(checksum, 0, 4).put(payload);
    sent.merge(command, 1L, Long::sum);
    bytesOut.addAndGet(message.capacity());
    OutputStream out = client.getOutputStream();
    out.write(message.array());
    out.flush();
  }

  private static byte[] version() {
    byte[] agent = AGENT.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer payload = ByteBuffer.allocate(86 + agent.length).order(ByteOrder.LITTLE_ENDIAN);
    payload.putInt(VERSION).putLong(9).putLong(System.currentTimeMillis() / 1000);
    payload.put(new byte[26]).put(new byte[26]).putLong(42);
    payload.put((byte) agent.length).put(agent).putInt(0).put((byte) 1);
    return payload.array();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    if (client != null) {
      client.close();
    }
  }
}
