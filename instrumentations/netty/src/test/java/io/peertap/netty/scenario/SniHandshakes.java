package io.peertap.netty.scenario;

import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Scenario 20: a server that picks its certificate by name, {@code clients} good clients, and one
 * that sends the first bytes of a handshake and hangs up.
 */
public final class SniHandshakes extends Scenario {

  private static final byte[] BEGINNING = {22, 3, 1};

  @Override
  void play(Stage stage) throws Exception {
    Tls tls = new Tls();
    Server server = Server.sni(stage, tls.server());
    SslContext trusting = tls.trustingClient();
    Dialer dialer = new Dialer(stage, stage.transports().client(), () -> Tls.handler(trusting));
    for (int i = 0; i < stage.number("clients", 2); i++) {
      End client = dialer.connect(server.address());
      End peer = server.accept();
      Waits.done("handshake", client.tls().handshakeFuture());
      stage.truth().add("handshakes", client.tls().handshakeFuture().isSuccess() ? 1 : 0);
      client.close();
      Waits.closed(peer.channel());
    }
    hangUp((InetSocketAddress) server.address());
    Waits.closed(server.accept().channel());
    stage.truth().set("hungUp", 1L);
    server.close();
  }

  private static void hangUp(InetSocketAddress server) throws IOException {
    try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
      socket.getOutputStream().write(BEGINNING);
    }
  }
}
