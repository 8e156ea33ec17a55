package io.peertap.netty.scenario;

import io.netty.channel.ChannelFuture;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Clients that talk to an echoing Netty server; both ends count. */
final class EchoRun {

  private final Stage stage;
  private final Server server;
  private final Dialer dialer;
  private final int serverPort;
  private final List<End> clients = new ArrayList<>();
  private final List<End> accepted = new ArrayList<>();

  EchoRun(Stage stage, Server server, Dialer dialer) {
    this.stage = stage;
    this.server = server;
    this.dialer = dialer;
    this.serverPort = server.port();
  }

  void play(SocketAddress remote) {
    connect(remote, stage.number("clients", 6));
    talk(stage.numbers("sizes", "1,100,5000,70000"));
    tell();
    stage.whileOpen();
    close();
    tell();
  }

  /** One after the other, so that the ends pair up by order. */
  private void connect(SocketAddress remote, int count) {
    for (int i = 0; i < count; i++) {
      clients.add(dialer.connect(remote));
      accepted.add(server.accept());
    }
  }

  private void talk(int[] sizes) {
    long total = 0;
    for (int size : sizes) {
      total += size;
      for (int i = 0; i < clients.size(); i++) {
        ChannelFuture written = clients.get(i).send(size);
        clients.get(i).awaitReceived(total);
        accepted.get(i).awaitSent(total);
        Waits.succeeded("write", written);
      }
    }
  }

  /** Even ones by the client, odd ones by the server. */
  private void close() {
    for (int i = 0; i < clients.size(); i++) {
      boolean byClient = i % 2 == 0;
      (byClient ? clients : accepted).get(i).close();
      Waits.closed(clients.get(i).channel());
      Waits.closed(accepted.get(i).channel());
      stage.truth().add(byClient ? "closedByClient" : "closedByServer", 1);
    }
    server.close();
  }

  private void tell() {
    Truth truth = stage.truth();
    truth.set("serverPort", serverPort);
    truth.set("clientPorts", accepted.stream().map(End::remotePort).toList());
    truth.set("outbound", (long) clients.size());
    truth.set("inbound", (long) accepted.size());
    truth.set("clientSent", clients.stream().mapToLong(End::sent).sum());
    truth.set("clientReceived", clients.stream().mapToLong(End::received).sum());
    truth.set("serverSent", accepted.stream().mapToLong(End::sent).sum());
    truth.set("serverReceived", accepted.stream().mapToLong(End::received).sum());
    truth.set("clientWrites", clients.stream().mapToLong(End::writes).sum());
  }
}
