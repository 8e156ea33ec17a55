package io.peertap.testapp.agent;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.peertap.test.SelfSigned;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Takes alerts over HTTPS, whoever they are for. */
final class Receiver implements AutoCloseable {

  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final HttpsServer server;

  /** On an address of this machine. */
  Receiver(String host, SelfSigned identity) throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(identity.keys(), SelfSigned.PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(host, 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext("/", exchange -> {
      byte[] message = exchange.getRequestBody().readAllBytes();
      paths.add(exchange.getRequestURI() + (message.length > 2 ? "" : " without alerts"));
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    });
    server.start();
  }

  String url() {
    return "https://" + server.getAddress().getAddress().getHostAddress() + ':' + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Where alerts have come in. */
  List<String> paths() {
    return paths;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
