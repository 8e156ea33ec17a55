package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.testapp.agent.hosts.NettyEcho;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The echo host from a test's view: what it printed, and the agent's numbers beside it. */
final class Echo {

  /** Clients that the host connects by itself. */
  static final int CLIENTS = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String COUNTS = "sent=";

  private final RunningJvm jvm;
  private int talks;

  private Echo(RunningJvm jvm) {
    this.jvm = jvm;
  }

  /** An echo host that has connected its clients and talked once. */
  static Echo of(RunningJvm jvm) {
    return new Echo(jvm).talked();
  }

  /** Lets every client send and hear. */
  Echo talk() throws IOException {
    jvm.tell("talk");
    return talked();
  }

  /** Connects one client more. */
  Echo connect(int number) throws IOException {
    jvm.tell("connect").awaitLines(1, "client " + number + " connected");
    return this;
  }

  /** Leaves a dial pending. */
  Echo hang() throws IOException {
    jvm.tell("hang").awaitLines(1, "dial pending: true");
    return this;
  }

  /** Tells it to end, and checks that it ends as it always does. */
  RunningJvm end() throws IOException {
    jvm.tell("end");
    assertThat(jvm.exitCode()).as(jvm.err()).isEqualTo(NettyEcho.EXIT);
    assertThat(jvm.out()).endsWith("closed\n");
    return jvm;
  }

  RunningJvm jvm() {
    return jvm;
  }

  /** Bytes that were sent so far by all ends, as the host counted them; as many were received. */
  long bytes() {
    List<String> counts =
        jvm.out().lines().filter(line -> line.startsWith(COUNTS)).toList();
    String last = counts.get(counts.size() - 1);
    String sent = last.substring(COUNTS.length(), last.indexOf(' '));
    assertThat(last).endsWith(" received=" + sent);
    return Long.parseLong(sent);
  }

  /** Waits until the agent's byte counts say the same, sent and received. */
  Echo awaitBytes(long bytes) {
    await("bytes")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> assertBytes(jvm.scrape(), bytes));
    return this;
  }

  private static void assertBytes(Scrape scrape, long bytes) {
    assertThat(scrape.sum("sent_bytes_total")).as("sent").isEqualTo(bytes);
    assertThat(scrape.sum("received_bytes_total")).as("received").isEqualTo(bytes);
  }

  /** Checks the connections that are open now; each client has one at either end. */
  Echo assertConnected(int clients) throws IOException {
    Scrape scrape = jvm.scrape();
    for (String direction : List.of("inbound", "outbound")) {
      String label = "direction=\"" + direction + '"';
      assertThat(scrape.sum("connections", "state=\"connected\"", label))
          .as(direction)
          .isEqualTo(clients);
    }
    return this;
  }

  private Echo talked() {
    jvm.awaitLines(++talks, COUNTS);
    return this;
  }
}
