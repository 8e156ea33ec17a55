package io.peertap.netty.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Scenario 2b: plain JDK clients that count, of an echoing Netty server. Half of the connections
 * are closed by the plain side, half by Netty.
 */
public final class PlainClientEcho extends Scenario {

  private final List<End> accepted = new ArrayList<>();
  private final List<PlainEnd> peers = new ArrayList<>();

  @Override
  void play(Stage stage) throws IOException {
    Server server = Server.tcp(stage);
    stage.truth().set("serverPort", server.port());
    int count = stage.number("clients", 6);
    for (int i = 0; i < count; i++) {
      talk(stage, server, 1000 * (i + 1));
    }
    stage.whileOpen();
    for (int i = 0; i < count; i++) {
      close(stage.truth(), accepted.get(i), peers.get(i), i % 2 == 0);
    }
    server.close();
  }

  private void talk(Stage stage, Server server, int bytes) throws IOException {
    PlainEnd peer = stage.closing(PlainEnd.connect(server.port()));
    End end = server.accept();
    peer.send(bytes);
    peer.receive(bytes);
    end.awaitSent(bytes);
    accepted.add(end);
    peers.add(peer);
    stage.truth().add("receivedFrom", peer.localPort(), peer.sent());
    stage.truth().add("sentTo", peer.localPort(), peer.received());
    stage.truth().add("inbound", 1);
  }

  private static void close(Truth truth, End end, PlainEnd peer, boolean byNetty)
      throws IOException {
    if (byNetty) {
      end.close();
      peer.receiveRest();
    } else {
      peer.close();
      Waits.closed(end.channel());
    }
    truth.add(byNetty ? "closedByNetty" : "closedByPeer", 1);
    truth.add("nettySent", end.sent());
    truth.add("nettyReceived", end.received());
  }
}
