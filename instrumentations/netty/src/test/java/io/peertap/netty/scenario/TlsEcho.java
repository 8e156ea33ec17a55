package io.peertap.netty.scenario;

import io.netty.channel.ChannelFuture;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * Scenario 3a: TLS between Netty clients and an echoing Netty server, through a plain relay that
 * counts the bytes on the wire.
 */
public final class TlsEcho extends Scenario {

  private final List<End> clients = new ArrayList<>();
  private final List<End> accepted = new ArrayList<>();

  @Override
  void play(Stage stage) throws Exception {
    Tls tls = new Tls();
    Server server = Server.tls(stage, tls.server());
    SslContext trusting = tls.trustingClient();
    Relay relay = stage.closing(new Relay(server.port()));
    stage.truth().set("relayPort", relay.address().getPort());
    stage.truth().set("serverPort", server.port());
    Dialer dialer = new Dialer(stage, stage.transports().client(), () -> Tls.handler(trusting));
    for (int i = 0; i < stage.number("clients", 2); i++) {
      talk(stage, dialer.connect(relay.address()), server.accept());
    }
    relay.awaitQuiet();
    tell(stage.truth(), relay);
    stage.whileOpen();
    close(relay);
    tellEnd(stage.truth(), relay);
    server.close();
  }

  private void talk(Stage stage, End client, End peer) {
    int bytes = stage.number("bytes", 20000);
    handshaken(stage, "clientHandshakes", client.tls());
    handshaken(stage, "serverHandshakes", peer.tls());
    ChannelFuture written = client.send(bytes);
    client.awaitReceived(bytes);
    peer.awaitSent(bytes);
    Waits.succeeded("write", written);
    clients.add(client);
    accepted.add(peer);
  }

  private static void handshaken(Stage stage, String key, SslHandler tls) {
    Waits.done(key, tls.handshakeFuture());
    stage.truth().add(key, tls.handshakeFuture().isSuccess() ? 1 : 0);
    stage.truth().set("protocol", tls.engine().getSession().getProtocol());
  }

  private void close(Relay relay) {
    clients.forEach(End::close);
    accepted.forEach(end -> Waits.closed(end.channel()));
    relay.awaitEnd();
  }

  /** Everything written has been read: one number per direction. */
  private void tell(Truth truth, Relay relay) {
    truth.set("outbound", (long) clients.size());
    truth.set("inbound", (long) accepted.size());
    truth.set("plainToServer", accepted.stream().mapToLong(End::received).sum());
    truth.set("plainToClient", clients.stream().mapToLong(End::received).sum());
    truth.set("wireToServerWhileOpen", relay.fromClients());
    truth.set("wireToClientWhileOpen", relay.fromServer());
  }

  /** What each side has sent; a client that has closed does not read the server's last record. */
  private static void tellEnd(Truth truth, Relay relay) {
    truth.set("wireSentByClients", relay.fromClients());
    truth.set("wireSentByServer", relay.fromServer());
  }
}
