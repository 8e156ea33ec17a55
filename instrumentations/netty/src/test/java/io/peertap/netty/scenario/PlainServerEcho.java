package io.peertap.netty.scenario;

import io.netty.channel.ChannelFuture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Scenario 2a: Netty clients of plain JDK servers that echo and count. Of each server's two
 * connections one is closed by Netty and one by the server.
 */
public final class PlainServerEcho extends Scenario {

  private static final int CONNECTIONS_EACH = 2;

  private final List<End> clients = new ArrayList<>();
  private final List<PlainEnd> peers = new ArrayList<>();

  @Override
  void play(Stage stage) throws IOException, InterruptedException {
    int count = stage.number("servers", 3);
    for (int i = 0; i < count; i++) {
      talk(stage, new Dialer(stage), stage.closing(new PlainServer()), 1000 * (i + 1));
    }
    stage.whileOpen();
    close(stage.truth());
  }

  private void talk(Stage stage, Dialer dialer, PlainServer server, int bytes) throws IOException {
    for (int i = 0; i < CONNECTIONS_EACH; i++) {
      End client = dialer.connect(server.address());
      PlainEnd peer = stage.closing(server.accept()).echo();
      ChannelFuture written = client.send(bytes + i);
      client.awaitReceived(bytes + i);
      Waits.succeeded("write", written);
      peer.awaitSent(bytes + i);
      clients.add(client);
      peers.add(peer);
      stage.truth().add("sentTo", server.port(), peer.received());
      stage.truth().add("receivedFrom", server.port(), peer.sent());
      stage.truth().add("outbound", 1);
    }
  }

  private void close(Truth truth) throws InterruptedException {
    for (int i = 0; i < clients.size(); i++) {
      boolean byNetty = i % 2 == 0;
      if (byNetty) {
        clients.get(i).close();
      } else {
        peers.get(i).finish();
      }
      Waits.closed(clients.get(i).channel());
      peers.get(i).awaitEnd();
      truth.add(byNetty ? "closedByNetty" : "closedByPeer", 1);
      truth.add("nettySent", clients.get(i).sent());
      truth.add("nettyReceived", clients.get(i).received());
    }
  }
}
