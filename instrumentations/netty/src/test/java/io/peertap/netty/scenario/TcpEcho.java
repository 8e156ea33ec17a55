package io.peertap.netty.scenario;

/**
 * Scenario 1: Netty clients and an echoing Netty server over TCP. Half of the connections are
 * closed by the client, half by the server.
 */
public final class TcpEcho extends Scenario {

  @Override
  void play(Stage stage) {
    Server server = Server.tcp(stage);
    new EchoRun(stage, server, new Dialer(stage)).play(server.address());
  }
}
