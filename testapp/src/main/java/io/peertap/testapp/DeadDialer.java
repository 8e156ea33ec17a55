package io.peertap.testapp;

import io.scalecube.cluster.transport.api.Message;
import io.scalecube.cluster.transport.api.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Dials a port where nobody listens, again and again. */
final class DeadDialer {

  private static final Duration DIAL_EVERY = Duration.ofSeconds(2);

  private final Transport transport;
  private final Truth truth;
  private final String deadAddress;

  DeadDialer(Transport transport, Truth truth, String deadHost) throws IOException {
    this.transport = transport;
    this.truth = truth;
    this.deadAddress = deadHost + ":" + closedPort(deadHost);
  }

  /** A port that was free a moment ago, on a host that nobody else uses. */
  private static int closedPort(String host) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return socket.getLocalPort();
    }
  }

  String deadAddress() {
    return deadAddress;
  }

  Disposable start() {
    return Pace.atOnceAndEvery(DIAL_EVERY, this::dial);
  }

  private Mono<Void> dial() {
    truth.deadDials.incrementAndGet();
    return transport
        .send(deadAddress, Message.fromQualifier(Talk.MESSAGE))
        .doOnError(refused -> truth.deadDialsRefused.incrementAndGet());
  }
}
