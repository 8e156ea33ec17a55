package io.peertap.benchmarks.echo;

import com.sun.management.OperatingSystemMXBean;
import io.peertap.benchmarks.cost.Competitor;
import io.peertap.benchmarks.hook.Handwritten;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Both sides of an exchange in one JVM, an event loop each and four connections. Exchanges for as
 * many milliseconds as each line of its input says, and answers with the messages that returned and
 * the nanoseconds of CPU time of the whole process.
 */
public final class EchoHost {

  /** Begins each line that the other process is to read. */
  static final String ANSWER = "echo ";

  private static final int CONNECTIONS = 4;

  private final List<Asking> clients;
  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Handwritten handwritten = new Handwritten();
  private final Exchange exchange;

  private EchoHost(Exchange exchange, Competitor competitor, Keys keys)
      throws IOException, InterruptedException {
    this.exchange = exchange;
    Loopback loopback = new Loopback(exchange, competitor, handwritten, keys);
    clients = loopback.connect(exchange.sockets().loop(), exchange.sockets().loop(), CONNECTIONS);
  }

  /** Takes the exchange's name, the competitor's, and a key store where there is TLS. */
  public static void main(String[] args) throws Exception {
    Exchange exchange = Exchange.parse(args[0]);
    Keys keys = exchange.tls() ? Keys.read(args[2]) : null;
    new EchoHost(exchange, Competitor.valueOf(args[1]), keys).serve();
    Runtime.getRuntime().halt(0);
  }

  private void serve() throws IOException, InterruptedException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println(ANSWER + "ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(ANSWER + run(Long.parseLong(line)));
    }
  }

  private String run(long millis) throws InterruptedException {
    long messages = returned();
    long cpu = process.getProcessCpuTime();
    clients.forEach(client -> client.start(Long.MAX_VALUE));
    Thread.sleep(millis);
    for (Asking client : clients) {
      client.stop();
    }
    String answer = (returned() - messages) + " " + (process.getProcessCpuTime() - cpu);
    check();
    return answer;
  }

  private long returned() {
    return clients.stream().mapToLong(Asking::returned).sum();
  }

  /** The handler, if it is there, has counted both sides. */
  private void check() {
    long bytes = 2 * returned() * exchange.size();
    long counted = (long) handwritten.received();
    if (counted != 0 && !exchange.tls() && counted != bytes) {
      throw new IllegalStateException("the handler counted " + counted + " of " + bytes);
    }
  }
}
