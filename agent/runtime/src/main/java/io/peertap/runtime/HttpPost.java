package io.peertap.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Posts JSON, one connection per message. The JDK's clients are left alone: the old one asks the
 * application's cookie handler, proxy selector and authenticator, the new one brings threads of its
 * own and a module that an application may lack.
 */
final class HttpPost {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 10_000;
  private static final int MAX_STATUS_LINE = 1_024;

  private final URI address;
  private final String token;
  private Socket open;
  private boolean closed;

  /**
   * To an http or https address.
   *
   * @param token a bearer token, or null
   */
  HttpPost(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  /**
   * Sends one message and waits for the answer.
   *
   * @return the status
   * @throws IOException if there is no answer; the message says why
   */
  int send(String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    try (Socket socket = connect()) {
      socket.getOutputStream().write(head(body.length));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      return status(socket.getInputStream());
    } finally {
      opened(null);
    }
  }

  /** Ends what goes on, from another thread. */
  synchronized void close() {
    closed = true;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        return; // It is of no use any more either way.
      }
    }
  }

  private synchronized void opened(Socket socket) throws IOException {
    if (closed && socket != null) {
      throw new IOException("told to end");
    }
    open = socket;
  }

  private boolean secure() {
    return address.getScheme().equals("https");
  }

  private Socket connect() throws IOException {
    int port = address.getPort() >= 0 ? address.getPort() : secure() ? 443 : 80;
    String host = address.getHost().replaceAll("[\\[\\]]", "");
    Socket socket = new Socket();
    try {
      opened(socket);
      socket.setSoTimeout(READ_MILLIS);
      InetSocketAddress target = new InetSocketAddress(host, port);
      if (target.isUnresolved()) {
        throw new IOException("there is no host " + host);
      }
      socket.connect(target, CONNECT_MILLIS);
      return secure() ? Tls.over(socket, host, port) : socket;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private byte[] head(int length) {
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : '?' + address.getRawQuery();
    StringBuilder head = new StringBuilder("POST ").append(path).append(query);
    head.append(" HTTP/1.1\r\nHost: ").append(address.getRawAuthority());
    head.append("\r\nContent-Type: application/json\r\nContent-Length: ").append(length);
    head.append("\r\nUser-Agent: peertap\r\nConnection: close\r\n");
    if (token != null) {
      head.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The rest of the answer says nothing that is needed. */
  private static int status(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (line.length() == MAX_STATUS_LINE) {
        break;
      }
      line.append((char) c);
    }
    String text = line.toString().strip();
    if (!text.matches("HTTP/1\\.[01] \\d{3}.*")) {
      throw new IOException(text.isEmpty() ? "there is no answer" : "it does not speak HTTP");
    }
    return Integer.parseInt(text.substring(9, 12));
  }
}
