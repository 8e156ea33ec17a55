package io.peertap.nettyhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a gRPC server was asked and what it answered, against what the agent counted. */
class GrpcTest {

  /** Each message has so many bytes before it. */
  private static final int FRAME = 5;

  private final AtomicInteger served = new AtomicInteger();
  private InProcessAgent agent;

  /** Whose Netty a server and its client use. */
  enum Netty {
    PLAIN,
    SHADED;

    Server start(ServerServiceDefinition service) throws Exception {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return this == PLAIN
          ? io.grpc.netty.NettyServerBuilder.forAddress(any)
              .addService(service)
              .build()
              .start()
          : io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder.forAddress(any)
              .addService(service)
              .build()
              .start();
    }

    ManagedChannel channel(int port) {
      return this == PLAIN
          ? io.grpc.netty.NettyChannelBuilder.forAddress("127.0.0.1", port)
              .usePlaintext()
              .build()
          : io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder.forAddress("127.0.0.1", port)
              .usePlaintext()
              .build();
    }
  }

  @BeforeEach
  void start() {
    agent = InProcessAgent.start("jvm.metrics=off");
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  private ServerServiceDefinition ledger() {
    return ServerServiceDefinition.builder("acme.Ledger")
        .addMethod(
            Bytes.method("acme.Ledger/Echo"),
            ServerCalls.asyncServerStreamingCall((request, answer) -> {
              served.incrementAndGet();
              answer.onNext(request);
              answer.onNext(request);
              answer.onCompleted();
            }))
        .addMethod(
            Bytes.method("acme.Ledger/Refuse"),
            ServerCalls.asyncServerStreamingCall((request, answer) -> {
              served.incrementAndGet();
              answer.onError(Status.PERMISSION_DENIED.asRuntimeException());
            }))
        .build();
  }

  private Scrape quiet() {
    await()
        .untilAsserted(
            () -> assertThat(agent.scrape().sum("http_requests_active")).isZero());
    return agent.scrape();
  }

  private static byte[] call(ManagedChannel channel, String method, int bytes) {
    byte[] last = {};
    var answers = ClientCalls.blockingServerStreamingCall(
        channel, Bytes.method(method), CallOptions.DEFAULT, new byte[bytes]);
    while (answers.hasNext()) {
      last = answers.next();
    }
    return last;
  }

  @ParameterizedTest
  @EnumSource
  void calls_areRequestsByMethod(Netty netty) throws Exception {
    Server server = netty.start(ledger());
    ManagedChannel channel = netty.channel(server.getPort());
    int bytes = 0;
    for (int i = 0; i < 30; i++) {
      assertThat(call(channel, "acme.Ledger/Echo", i * 1_000)).hasSize(i * 1_000);
      bytes += i * 1_000 + FRAME;
    }
    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(() -> call(channel, "acme.Ledger/Refuse", 10))
          .isInstanceOf(StatusRuntimeException.class);
    }

    Scrape end = quiet();
    assertThat(served).hasValue(34);
    assertThat(end.value(
            "http_requests_total", "method", "POST", "route", "/acme.Ledger/Echo", "code", "200"))
        .isEqualTo(30);
    assertThat(end.value("http_requests_total", "route", "/acme.Ledger/Refuse", "code", "200"))
        .isEqualTo(4);
    assertThat(end.sum("http_requests_total")).isEqualTo(served.get());
    assertThat(end.sum("http_request_duration_seconds")).isEqualTo(served.get());
    assertThat(end.observed("http_request_size_bytes", "route", "/acme.Ledger/Echo"))
        .isEqualTo(bytes);
    assertThat(end.observed("http_response_size_bytes", "route", "/acme.Ledger/Echo"))
        .isEqualTo(2 * bytes);
    stop(channel, server);
  }

  @ParameterizedTest
  @EnumSource
  void methodsThatAreTriedOut_becomeNoRoutes(Netty netty) throws Exception {
    Server server = netty.start(ledger());
    ManagedChannel channel = netty.channel(server.getPort());
    for (int i = 0; i < 50; i++) {
      String method = "acme.Ledger/Try" + (char) ('a' + i % 25);
      assertThatThrownBy(() -> call(channel, method, 10)).hasMessageContaining("UNIMPLEMENTED");
    }

    Scrape end = quiet();
    assertThat(end.value("http_requests_total")).isEqualTo(50);
    assertThat(end.value("http_requests_total", "route", "other", "code", "200"))
        .isEqualTo(50);
    stop(channel, server);
  }

  private static void stop(ManagedChannel channel, Server server) throws InterruptedException {
    channel.shutdownNow();
    server.shutdownNow();
    assertThat(channel.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(server.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }
}
