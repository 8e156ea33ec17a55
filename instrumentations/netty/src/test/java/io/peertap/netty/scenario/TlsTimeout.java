package io.peertap.netty.scenario;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;

/** Scenario 3c: the server accepts and never answers; the client's handshake times out. */
public final class TlsTimeout extends Scenario {

  @Override
  void play(Stage stage) throws Exception {
    SslContext strict = new Tls().strictClient();
    PlainServer server = stage.closing(new PlainServer());
    int millis = stage.number("timeoutMillis", 300);
    Dialer dialer = new Dialer(stage, stage.transports().client(), () -> impatient(strict, millis));
    End client = dialer.connect(server.address());
    PlainEnd peer = stage.closing(server.accept()).drain();
    Waits.done("handshake", client.tls().handshakeFuture());
    Waits.closed(client.channel());
    peer.awaitEnd();
    Truth truth = stage.truth();
    truth.set("serverPort", server.port());
    truth.add("outbound", 1);
    truth.add("clientFailed", client.tls().handshakeFuture().isSuccess() ? 0 : 1);
    truth.set("wireSentByClient", peer.received());
    truth.cause(client.tls().handshakeFuture().cause());
  }

  private static SslHandler impatient(SslContext context, int millis) {
    SslHandler handler = Tls.handler(context);
    handler.setHandshakeTimeoutMillis(millis);
    return handler;
  }
}
