package io.peertap.netty.scenario;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;

/**
 * Scenario 11: the client ends its output, the server goes on sending. The hook runs in that state;
 * then the server closes. Both sides allow half closure.
 */
public final class HalfClose extends Scenario {

  private static final String INPUT_ENDED = "ChannelInputShutdownEvent";

  @Override
  void play(Stage stage) {
    int bytes = stage.number("bytes", 1000);
    int more = stage.number("bytesAfter", 3000);
    Server server = Server.tcp(stage);
    Dialer dialer = new Dialer(stage).option(ChannelOption.ALLOW_HALF_CLOSURE, true);
    End client = dialer.connect(server.address());
    End peer = server.accept();
    peer.channel().config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    Waits.succeeded("write", client.send(bytes));
    client.awaitReceived(bytes);
    Waits.succeeded("half close", ((DuplexChannel) client.channel()).shutdownOutput());
    peer.awaitEvent(INPUT_ENDED);
    ChannelFuture late = peer.send(more);
    client.awaitReceived(bytes + more);
    Waits.succeeded("write after half close", late);
    peer.awaitSent(bytes + more);
    stage.truth().set("serverPort", server.port());
    tell(stage.truth(), client, peer);
    stage.whileOpen();
    peer.close();
    Waits.done("close", client.channel().close());
    server.close();
  }

  private static void tell(Truth truth, End client, End peer) {
    truth.set("clientPort", client.localPort());
    truth.add("outbound", 1);
    truth.add("inbound", 1);
    truth.set("clientSent", client.sent());
    truth.set("clientReceived", client.received());
    truth.set("serverSent", peer.sent());
    truth.set("serverReceived", peer.received());
  }
}
