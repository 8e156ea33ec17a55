package io.peertap.record;

import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.Muxer;
import io.peertap.api.Phase;
import io.peertap.api.RttSource;
import io.peertap.api.Security;
import io.peertap.api.Side;
import io.peertap.api.Transport;
import io.peertap.metric.Labels;
import io.peertap.metric.Numbers;
import io.peertap.metric.Point;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLHandshakeException;

/** Tells one connection a sequence of events, written as words, and writes down what it counted. */
final class Script {

  final Tables tables = new Tables();
  final FakeCarrier carrier = new FakeCarrier();
  final Connection connection;
  final boolean adopted;
  long received;
  long sent;

  Script(Direction direction, boolean adopted) {
    this.adopted = adopted;
    this.connection = adopted
        ? tables
            .records
            .connections()
            .adopted(
                carrier, FakeCarrier.VIEW, direction, Transport.TCP, Tables.address("192.0.2.1"))
        : tables
            .records
            .connections()
            .opening(
                carrier, FakeCarrier.VIEW, direction, Transport.TCP, Tables.address("192.0.2.1"));
  }

  void tellAll(String words) {
    for (String word : words.split(" ", -1)) {
      tell(word);
    }
  }

  void tell(String word) {
    String[] parts = word.split(":", 2);
    String argument = parts.length == 2 ? parts[1] : "";
    tables.clock.pass(Duration.ofMillis(1));
    switch (parts[0]) {
      case "established" -> connection.established();
      case "hello" -> tables.records.connections().expectHandshake(carrier, Security.NONE);
      case "welcomed" -> connection.secured(Security.NONE, Muxer.NONE);
      case "upgrading" -> tables.records.connections().upgrading(carrier);
      case "noise" -> connection.securing(Security.NOISE);
      case "upgraded" -> connection.upgraded(Muxer.valueOf(upper(argument)));
      case "securing" -> connection.securing(Security.TLS);
      case "secured" ->
        connection.secured(
            Security.TLS, argument.isEmpty() ? Muxer.NONE : Muxer.valueOf(upper(argument)));
      case "identified" -> connection.identified(argument, "agent", "1");
      case "rtt" -> connection.roundTrip(RttSource.PING, 1000);
      case "closing" -> connection.closing(Side.valueOf(upper(argument)));
      case "closed" -> connection.closed();
      case "lost" -> ((ConnectionRecord) connection).lost();
      case "scrape" -> tables.numbers();
      case "in" -> in(Long.parseLong(argument));
      case "out" -> out(Long.parseLong(argument));
      default -> connection.failed(phase(parts[0]), cause(argument));
    }
  }

  private void in(long bytes) {
    connection.traffic().received(bytes);
    received += bytes;
  }

  private void out(long bytes) {
    connection.traffic().queued(bytes);
    connection.traffic().sent(bytes);
    connection.traffic().dequeued();
    sent += bytes;
  }

  /** What was counted: the way through the states, then every other series that is not zero. */
  String counted() {
    Numbers numbers = tables.numbers();
    List<String> lines = new ArrayList<>(List.of(way(numbers)));
    lines.addAll(lines(numbers, "attempt", "connection_attempts_total", "outcome"));
    lines.addAll(lines(numbers, "dial", "dial_duration_seconds", "outcome"));
    lines.addAll(lines(numbers, "handshake", "handshake_duration_seconds", "security", "outcome"));
    lines.addAll(lines(numbers, "error", "connection_errors_total", "phase", "reason"));
    lines.addAll(lines(numbers, "opened", "connections_opened_total", "security", "muxer"));
    lines.addAll(
        lines(numbers, "closed", "connections_closed_total", "security", "muxer", "reason"));
    return String.join("; ", lines);
  }

  /** Every step happens at most once in one connection's life, so the steps make one way. */
  private String way(Numbers numbers) {
    List<Labels> steps = new ArrayList<>();
    for (Point point : numbers.points("connection_state_transitions_total")) {
      if (Numbers.value(point) > 1) {
        return "twice " + point.labels();
      }
      if (Numbers.value(point) == 1) {
        steps.add(point.labels());
      }
    }
    StringBuilder way = new StringBuilder(adopted ? "connected" : "disconnected");
    String at = way.toString();
    for (int left = steps.size(); left > 0; left--) {
      String from = at;
      Labels step = steps.stream()
          .filter(each -> from.equals(each.value("from_state")))
          .findFirst()
          .orElse(null);
      if (step == null) {
        return way + " and " + steps;
      }
      steps.remove(step);
      at = step.value("to_state");
      way.append('>').append(at);
    }
    return way.toString();
  }

  private static List<String> lines(
      Numbers numbers, String title, String family, String... labels) {
    List<String> lines = new ArrayList<>();
    for (Point point : numbers.points(family)) {
      double value = Numbers.value(point);
      if (value != 0) {
        StringBuilder line = new StringBuilder(title);
        for (String label : labels) {
          line.append(' ').append(point.labels().value(label));
        }
        lines.add(value == 1 ? line.toString() : line + " x" + (long) value);
      }
    }
    return lines;
  }

  private static Phase phase(String word) {
    return Phase.valueOf(upper(word));
  }

  private static Throwable cause(String word) {
    return switch (word) {
      case "refused" -> new ConnectException("Connection refused");
      case "timeout" -> new LookAlike.ConnectTimeoutException();
      case "reset" -> new SocketException("Connection reset");
      case "pipe" -> new IOException("Broken pipe");
      case "tls" -> new SSLHandshakeException("bad certificate");
      case "tls-timeout" -> new LookAlike.SslHandshakeTimeoutException();
      case "protocol" -> new LookAlike.TooLongFrameException();
      case "gone" -> new ClosedChannelException();
      case "cancelled" -> new CancellationException();
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
