package io.peertap.testapp.agent.drivers;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Mirrors a peer's files over HTTP: looks who serves them, asks whether it is well, fetches, verifies
 * and stores. Rules name these methods, which nobody else knows.
 */
final class Mirror implements Driver {

  private final FileServer server = new FileServer();
  private final Path folder;
  private final Thread waiting;

  Mirror(Path folder) {
    this.folder = folder;
    waiting = new Thread(this::fetchForEver, "waiting");
    waiting.setDaemon(true);
  }

  @Override
  public void begin() throws IOException {
    InetSocketAddress peer = locate();
    probe(peer);
    for (int file = 0; file < FileServer.FILES; file++) {
      byte[] bytes = fetch(peer, file);
      verify(bytes);
      store(file, bytes);
    }
    try {
      fetch(peer, FileServer.MISSING);
    } catch (IOException missing) {
      waiting.start();
      return;
    }
    throw new IllegalStateException("fetched what is not there");
  }

  private InetSocketAddress locate() {
    return server.address();
  }

  private void probe(InetSocketAddress peer) throws IOException {
    try (Socket socket = new Socket(peer.getAddress(), peer.getPort())) {
      socket.shutdownOutput();
    }
  }

  private byte[] fetch(InetSocketAddress peer, int file) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + peer.getPort() + "/files/" + file);
    HttpURLConnection http = (HttpURLConnection) uri.toURL().openConnection();
    try (InputStream in = http.getInputStream()) {
      return in.readAllBytes();
    }
  }

  private void verify(byte[] bytes) {
    if (!Arrays.equals(bytes, FileServer.CONTENT)) {
      throw new IllegalStateException("not what is served");
    }
  }

  private void store(int file, byte[] bytes) throws IOException {
    Files.write(folder.resolve("file-" + file), bytes);
  }

  private void fetchForEver() {
    try {
      fetch(locate(), FileServer.ENDLESS);
    } catch (IOException closed) {
      Thread.currentThread().interrupt(); // The server has left.
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
