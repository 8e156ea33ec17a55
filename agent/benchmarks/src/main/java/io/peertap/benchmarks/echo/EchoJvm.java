package io.peertap.benchmarks.echo;

import io.peertap.benchmarks.Jvm;
import io.peertap.benchmarks.Metrics;
import io.peertap.benchmarks.cost.Competitor;
import io.peertap.benchmarks.cost.Setup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A JVM that exchanges when it is told to, and else does nothing. */
final class EchoJvm implements AutoCloseable {

  private static final List<String> HEAP = List.of("-Xms256m", "-Xmx256m");
  private static final long PATIENCE_SECONDS = 120;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MILLION = 1e6;

  private final Setup setup;
  private final Exchange exchange;
  private final Competitor competitor;
  private final Process process;
  private final BufferedReader out;
  private final Writer in;
  private long messages;

  EchoJvm(Setup setup, Exchange exchange, Competitor competitor, Path keys) throws IOException {
    this.setup = setup;
    this.exchange = exchange;
    this.competitor = competitor;
    List<String> options = new ArrayList<>(HEAP);
    options.add(exchange.collector());
    options.addAll(competitor.options(setup));
    process = new ProcessBuilder(
            Jvm.bare(options, EchoHost.class, exchange.name(), competitor.name(), keys))
        .redirectError(
            setup.directory().resolve("echo-" + competitor.name() + ".err").toFile())
        .start();
    out = process.inputReader(StandardCharsets.UTF_8);
    in = process.outputWriter(StandardCharsets.UTF_8);
    answer();
  }

  Competitor competitor() {
    return competitor;
  }

  /** Exchanges for a while; CPU seconds of a million messages. */
  double run(Duration time) throws IOException {
    in.write(time.toMillis() + "\n");
    in.flush();
    String[] fields = answer().split(" ", -1);
    long returned = Long.parseLong(fields[0]);
    messages += returned;
    return Long.parseLong(fields[1]) / NANOS_PER_SECOND / (returned / MILLION);
  }

  /** An agent that did not count all of it would win every comparison. */
  void check() throws IOException, InterruptedException {
    if (competitor == Competitor.PEERTAP) {
      Metrics metrics = Metrics.scrape(Competitor.portFile(setup));
      long bytes = 2 * messages * exchange.size();
      long received = metrics.sum("peertap_received_bytes_total");
      long sent = metrics.sum("peertap_sent_bytes_total");
      if (received != sent || (exchange.tls() ? received < bytes : received != bytes)) {
        throw new IOException("the agent counted " + received + " received bytes and " + sent
            + " sent ones of " + bytes);
      }
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /** Ends the process if it does not answer: that ends its output, too. */
  private String answer() throws IOException {
    CompletableFuture<Void> patience = CompletableFuture.runAsync(
        process::destroyForcibly,
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS));
    try {
      return line();
    } finally {
      patience.cancel(false);
    }
  }

  private String line() throws IOException {
    String line = out.readLine();
    while (line != null && !line.startsWith(EchoHost.ANSWER)) {
      line = out.readLine();
    }
    if (line == null) {
      throw new IOException("ended: " + competitor + " " + exchange);
    }
    return line.substring(EchoHost.ANSWER.length());
  }
}
