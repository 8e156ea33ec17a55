package io.peertap.netty.scenario;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;

/** Scenario 3b: the client does not trust the server's certificate; both handshakes fail. */
public final class TlsUntrusted extends Scenario {

  @Override
  void play(Stage stage) throws Exception {
    Tls tls = new Tls();
    Server server = Server.tls(stage, tls.server());
    SslContext strict = tls.strictClient();
    stage.truth().set("serverPort", server.port());
    Dialer dialer = new Dialer(stage, stage.transports().client(), () -> Tls.handler(strict));
    for (int i = 0; i < stage.number("attempts", 1); i++) {
      attempt(stage, server, dialer);
    }
    server.close();
  }

  private static void attempt(Stage stage, Server server, Dialer dialer) {
    End end = new End(false);
    Waits.succeeded("connect", dialer.dial(server.address(), end));
    End peer = server.accept();
    failed(stage.truth(), "server", peer.tls());
    failed(stage.truth(), "client", end.tls());
    Waits.closed(end.channel());
    Waits.closed(peer.channel());
    stage.truth().add("outbound", 1);
    stage.truth().add("inbound", 1);
  }

  private static void failed(Truth truth, String side, SslHandler handler) {
    Waits.done(side + " handshake", handler.handshakeFuture());
    truth.add(side + "Failed", handler.handshakeFuture().isSuccess() ? 0 : 1);
    truth.cause(handler.handshakeFuture().cause());
  }
}
