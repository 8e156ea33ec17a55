package io.peertap.testapp.agent.hosts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Has a Netty server, and names its trust store only after a while: it reads the file, the password
 * and a port of this machine's, one line each, and connects there as the JVM does by default.
 */
public final class LateTrust {

  /** What it prints when it trusts. */
  public static final String TRUSTS = "trusts";

  private LateTrust() {}

  /** Ends with its input. */
  public static void main(String[] args) throws Exception {
    EchoServer server = new EchoServer(new Counts());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String file = in.readLine();
    if (file != null) {
      System.setProperty("javax.net.ssl.trustStore", file);
      System.setProperty("javax.net.ssl.trustStorePassword", in.readLine());
      connect(Integer.parseInt(in.readLine()));
      System.out.println(TRUSTS);
    }
    while (in.readLine() != null) {}
    server.close();
    System.exit(0);
  }

  private static void connect(int port) throws IOException {
    try (SSLSocket socket =
        (SSLSocket) SSLSocketFactory.getDefault().createSocket("127.0.0.1", port)) {
      socket.startHandshake();
    }
  }
}
