package io.peertap.netty.scenario;

import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * Scenario 4: a Netty datagram endpoint talks to an echoing Netty one and to an echoing plain one;
 * a connected Netty endpoint talks to the plain one. Packets go one at a time, so none is lost, and
 * stay below the 2048 bytes that Netty reads of one.
 */
public final class UdpEcho extends Scenario {

  @Override
  void play(Stage stage) throws IOException, InterruptedException {
    PlainDatagrams plain = stage.closing(new PlainDatagrams());
    Datagrams server = Datagrams.bound(stage, true);
    Datagrams client = Datagrams.bound(stage, false);
    Datagrams connected = Datagrams.connected(stage, plain.address());
    tellPorts(stage.truth(), server, client, connected, plain);
    for (int size : stage.numbers("sizes", "1,100,1200,1500")) {
      client.exchange(server.address(), size);
      client.exchange(plain.address(), size + 1);
      connected.exchange(plain.address(), size + 2);
    }
    stage.truth().set("plainReceived", plain.received());
    stage.truth().set("plainSent", plain.sent());
    stage.whileOpen();
    server.close();
    client.close();
    connected.close();
  }

  private static void tellPorts(
      Truth truth, Datagrams server, Datagrams client, Datagrams connected, PlainDatagrams plain) {
    truth.set("endpoints", 3L);
    truth.set("serverPort", port(server.address()));
    truth.set("clientPort", port(client.address()));
    truth.set("connectedPort", port(connected.address()));
    truth.set("plainPort", port(plain.address()));
  }

  private static int port(InetSocketAddress address) {
    return address.getPort();
  }
}
