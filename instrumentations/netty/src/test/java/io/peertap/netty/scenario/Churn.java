package io.peertap.netty.scenario;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Scenario 17: very many short connections from many source addresses to an echoing Netty server.
 * The clients are plain sockets bound to addresses of 127.0.0.0/8. The hook runs when all are
 * closed and the server still listens.
 */
public final class Churn extends Scenario {

  private final AtomicLong connected = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong received = new AtomicLong();

  @Override
  void play(Stage stage) throws InterruptedException, ExecutionException {
    int connections = stage.number("connections", 10000);
    Server server = Server.tcp(stage);
    Waits.done("server", stage.servers().submit(() -> {}));
    dialAll(stage, connections, server.port());
    long serverReceived = 0;
    long serverSent = 0;
    for (int i = 0; i < connections; i++) {
      End end = server.accept();
      Waits.closed(end.channel());
      serverReceived += end.received();
      serverSent += end.sent();
    }
    stage.truth().set("serverReceived", serverReceived);
    stage.truth().set("serverSent", serverSent);
    tell(stage, server.port());
    stage.whileOpen();
    server.close();
  }

  private void dialAll(Stage stage, int connections, int port)
      throws InterruptedException, ExecutionException {
    int threads = stage.number("threads", 4);
    ExecutorService clients = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int first = t;
        running.add(clients.submit(() -> {
          for (int i = first; i < connections; i += threads) {
            dial(stage, i, port);
          }
          return null;
        }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      clients.shutdown();
    }
  }

  private void dial(Stage stage, int i, int port) throws IOException {
    int bytes = stage.number("bytes", 16);
    InetSocketAddress from = source(i % stage.number("addresses", 500));
    try (PlainEnd client = PlainEnd.connect(from, Server.on(port))) {
      client.send(bytes);
      client.receive(bytes);
      connected.incrementAndGet();
      sent.addAndGet(client.sent());
      received.addAndGet(client.received());
    }
  }

  /** The n-th source address: 127.1.0.1 and so on. */
  private static InetSocketAddress source(int n) {
    return new InetSocketAddress("127.1." + n / 250 + "." + (n % 250 + 1), 0);
  }

  private void tell(Stage stage, int port) {
    Truth truth = stage.truth();
    truth.set("serverPort", port);
    truth.set("inbound", connected.get());
    truth.set("closedByPeer", connected.get());
    truth.set("received", sent.get());
    truth.set("sent", received.get());
    truth.set("addresses", (long)
        Math.min(stage.number("addresses", 500), stage.number("connections", 10000)));
  }
}
