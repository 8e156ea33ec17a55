package io.peertap.netty.scenario;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Scenario 16: like {@link TcpEcho} over a Unix domain socket; needs a native transport. */
public final class DomainSocketEcho extends Scenario {

  @Override
  void play(Stage stage) throws IOException {
    Path folder = Files.createTempDirectory("peertap");
    Path path = folder.resolve("echo.sock");
    stage.closing(() -> Files.delete(folder));
    stage.closing(() -> Files.deleteIfExists(path));
    stage.truth().set("path", path.toString());
    SocketAddress address = Transports.domainAddress(path);
    Server server = Server.domain(stage, address);
    Dialer dialer = new Dialer(stage, stage.transports().domainClient(), null);
    new EchoRun(stage, server, dialer).play(address);
  }
}
