package io.peertap.netty.scenario;

import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.util.OptionalLong;

/** A Netty client that has written more than the kernel takes; the plain server does not read. */
final class Flood {

  private static final int SOCKET_BUFFER = 16384;
  private static final long STEADY_MILLIS = 250;

  private final End client;
  private final PlainEnd peer;
  private final long written;

  Flood(Stage stage) throws IOException {
    PlainServer server = stage.closing(new PlainServer(SOCKET_BUFFER));
    client =
        new Dialer(stage).option(ChannelOption.SO_SNDBUF, SOCKET_BUFFER).connect(server.address());
    peer = stage.closing(server.accept());
    int messages = stage.number("messages", 64);
    int bytes = stage.number("bytes", 16384);
    for (int i = 0; i < messages; i++) {
      client.send(bytes).addListener(future -> {});
    }
    written = (long) messages * bytes;
    Waits.until("all are written", () -> client.writes() == messages);
    Waits.untilSteady("pending", STEADY_MILLIS, this::progress);
    tell(stage.truth(), server.port(), bytes);
  }

  private long progress() {
    return client.writesSent() * 1_000_000_000L + taken().orElse(0);
  }

  private void tell(Truth truth, int port, int bytes) {
    truth.set("port", port);
    truth.add("outbound", 1);
    truth.set("written", written);
    truth.set("writable", client.channel().isWritable());
    truth.set("pendingMessages", client.pendingWrites());
    truth.set("pendingBytesAtMost", client.pendingWrites() * bytes);
    taken().ifPresent(taken -> truth.set("pendingBytes", written - taken));
    truth.set("becameUnwritable", client.unwritable());
  }

  /** What the kernel has taken, by its own account. */
  private OptionalLong taken() {
    return Kernel.queued(client.localPort(), peer.localPort());
  }

  End client() {
    return client;
  }

  /** Reads all that there is, until the client has closed. */
  PlainEnd peer() {
    return peer;
  }

  long written() {
    return written;
  }
}
