package io.peertap.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.peertap.benchmarks.cost.Competitor;
import io.peertap.benchmarks.echo.LoopbackCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ForkTest {

  private static final String LOOPBACK = LoopbackCalls.class.getName() + '.';

  private static final String HANDLER = "-D" + Truth.COMPETITOR + '=' + Competitor.HANDLER;
  private static final String PEERTAP = "-D" + Truth.COMPETITOR + '=' + Competitor.PEERTAP;

  private final Fork fork = new Fork(Duration.ofMillis(10));

  @Test
  void messagesOfTwoThreads_areWhatIsCounted() throws Exception {
    Fork.Result result = fork.run(LOOPBACK + "nio", 2, List.of(HANDLER));

    assertThat(result.cpuNanos()).isPositive();
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void messagesOverEpoll_areWhatIsCounted() throws Exception {
    Fork.Result result = fork.run(LOOPBACK + "epoll", 1, List.of(HANDLER));

    assertThat(result.cpuNanos()).isPositive();
  }

  @Test
  void countsThatAreNotWhatPassed_failTheRun(@TempDir Path folder) throws Exception {
    AtomicInteger scrapes = new AtomicInteger();
    HttpServer wrong =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    wrong.createContext("/metrics", exchange -> answer(exchange, scrapes));
    wrong.start();
    try {
      Path port = folder.resolve("port");
      Files.writeString(port, String.valueOf(wrong.getAddress().getPort()));

      assertThatThrownBy(() ->
              fork.run(LOOPBACK + "nio", 1, List.of(PEERTAP, "-D" + Truth.PORT_FILE + '=' + port)))
          .isInstanceOf(IOException.class);
      assertThat(scrapes).hasValue(1);
    } finally {
      wrong.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, AtomicInteger scrapes) throws IOException {
    try (exchange) {
      scrapes.incrementAndGet();
      byte[] metrics = "peertap_received_bytes_total 1\npeertap_sent_bytes_total 1\n"
          .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, metrics.length);
      exchange.getResponseBody().write(metrics);
    }
  }
}
