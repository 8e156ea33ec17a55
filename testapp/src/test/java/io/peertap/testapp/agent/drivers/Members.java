package io.peertap.testapp.agent.drivers;

import io.scalecube.cluster.Cluster;
import io.scalecube.cluster.ClusterConfig;
import io.scalecube.cluster.ClusterImpl;
import io.scalecube.cluster.transport.api.Transport;
import io.scalecube.transport.netty.tcp.TcpTransportFactory;
import java.io.DataOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Two members of a ScaleCube cluster: one falls silent, the other is sent what is no message. */
final class Members implements Driver {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PING_INTERVAL = 200;
  private static final int PING_TIMEOUT = 100;

  private Cluster first;
  private Cluster second;
  private volatile Transport newest;

  @Override
  public void begin() throws Exception {
    first = join();
    second = join(first.address());
    newest.stop().block(PATIENCE); // Its sockets close, without a word.
    try (Socket stranger =
            new Socket(InetAddress.getLoopbackAddress(), Transport.parsePort(first.address()));
        DataOutputStream out = new DataOutputStream(stranger.getOutputStream())) {
      byte[] noise = "no message".getBytes(StandardCharsets.US_ASCII);
      out.writeInt(noise.length);
      out.write(noise);
      out.flush();
      stranger.shutdownOutput();
      while (stranger.getInputStream().read() >= 0) {} // Until it is read to its end.
    }
  }

  private Cluster join(String... seeds) {
    ClusterConfig config = ClusterConfig.defaultLocalConfig()
        .externalHost("127.0.0.1")
        .failureDetector(detector -> detector.pingInterval(PING_INTERVAL).pingTimeout(PING_TIMEOUT))
        .membership(membership -> membership.seedMembers(List.of(seeds)).suspicionMult(2))
        .transport(transport -> transport.transportFactory(settings -> {
          newest = new TcpTransportFactory().createTransport(settings);
          return newest;
        }));
    return new ClusterImpl(config).startAwait();
  }

  @Override
  public void close() {
    for (Cluster member : List.of(first, second)) {
      member.shutdown();
      member.onShutdown().block(PATIENCE);
    }
  }
}
