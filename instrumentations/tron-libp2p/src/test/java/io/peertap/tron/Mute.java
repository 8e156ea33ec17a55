package io.peertap.tron;

import io.peertap.tron.node.TronNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A peer that says hello and nothing else. */
final class Mute implements AutoCloseable {

  private static final String ID = "ab".repeat(64);

  private final Socket socket;

  Mute(TronNode node) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), node.port());
    OutputStream out = socket.getOutputStream();
    out.write(node.hello(ID, 1));
    out.flush();
  }

  /** Its node id. */
  String id() {
    return ID;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
