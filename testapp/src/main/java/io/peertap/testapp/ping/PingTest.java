package io.peertap.testapp.ping;

import io.peertap.testapp.truth.PingTruth;
import io.scalecube.cluster.transport.api.Message;
import io.scalecube.cluster.transport.api.Transport;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Asks nodes for a sign of life. */
public final class PingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Supplier<Transport> transport;
  private final PingTruth truth;

  /** Goes over the transport there is at the time. */
  public PingTest(Supplier<Transport> transport, PingTruth truth) {
    this.transport = transport;
    this.truth = truth;
  }

  /** Measures how long a peer takes to answer. */
  public CompletableFuture<Duration> ping(RemoteNode peer) {
    long start = System.nanoTime();
    Message request = Message.withQualifier(PingResponder.PING)
        .correlationId(UUID.randomUUID().toString())
        .sender(transport.get().address())
        .build();
    return truth.count(transport
        .get()
        .requestResponse(peer.address(), request)
        .timeout(PATIENCE)
        .map(response -> Duration.ofNanos(System.nanoTime() - start))
        .toFuture());
  }
}
