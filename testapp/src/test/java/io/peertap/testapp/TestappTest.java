package io.peertap.testapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whole networks, in one JVM and in several. */
class TestappTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir
  private Path directory;

  private Process network;

  @AfterEach
  void stopLeftovers() {
    if (network != null) {
      network.descendants().forEach(ProcessHandle::destroyForcibly);
      network.destroyForcibly();
    }
  }

  @Test
  void nodesInOneJvmTalkAndTellTheTruth() throws IOException {
    int exitCode = Main.run(
        "--in-process", "--nodes", "3", "--seconds", "4", "--truth", truth().toString());

    assertThat(exitCode).isZero();
    Truths truths = Truths.read(truth(), 3);
    assertAllTalked(truths);
    assertNothingCameFromNowhere(truths);
    assertConnectionsMatch(truths);
    assertLastNodeReturned(truths, 3);
    assertThat(truths.of(1, "deadDials")).isPositive();
    assertThat(truths.of(1, "deadDialsRefused")).isPositive();
    assertThat(truths.between(1, 4, "dialsFailed"))
        .isGreaterThanOrEqualTo(truths.of(1, "deadDialsRefused"));
    assertAllEnded(truths);
  }

  @Test
  void nodesInJvmsOfTheirOwnEndTogether() throws Exception {
    start("--nodes", "2", "--seconds", "4", "--truth", truth().toString());
    List<ProcessHandle> children = awaitChildren(1);

    assertThat(network.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(network.exitValue()).as(output()).isZero();
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    Truths truths = Truths.read(truth(), 2);
    assertNothingCameFromNowhere(truths);
    assertLastNodeReturned(truths, 2);
    assertAllEnded(truths);
    assertThat(output()).contains("node-1 | joined as 127.0.0.1:", "node-2 | joined as 127.0.0.2:");
  }

  @Test
  void quietNetworkHasToldTheTruthAlready() throws Exception {
    start(
        "--nodes",
        "2",
        "--seconds",
        "4",
        "--quiet-seconds",
        "2",
        "--truth",
        truth().toString());
    awaitOutput("All nodes are quiet for 2 seconds");
    Truths quiet = Truths.read(truth(), 2);

    assertThat(network.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(network.exitValue()).as(output()).isZero();
    Truths end = Truths.read(truth(), 2);
    assertAllEnded(quiet);
    for (int number = 1; number <= 2; number++) {
      for (String part : List.of("operations", "events", "pings", "gossip", "queues")) {
        assertThat(end.node(number).get(part)).isEqualTo(quiet.node(number).get(part));
      }
      assertThat(end.of(number, "messagesReceived"))
          .isEqualTo(quiet.of(number, "messagesReceived"));
    }
  }

  @Test
  void endlessNetworkTellsTheTruthWhenStopped() throws Exception {
    start("--nodes", "2", "--truth", truth().toString());
    List<ProcessHandle> children = awaitChildren(1);
    awaitOutput("node-2 | joined");

    network.destroy();

    assertThat(network.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertThat(Truths.read(truth(), 2).sum("leaves")).isZero();
  }

  @Test
  void childrenDieWithTheirParent() throws Exception {
    start("--nodes", "2");
    List<ProcessHandle> children = awaitChildren(1);

    network.destroyForcibly();

    await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void networkEndsWhenChildIsLost() throws Exception {
    start("--nodes", "2");
    List<ProcessHandle> children = awaitChildren(1);

    children.get(0).destroyForcibly();

    assertThat(network.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(network.exitValue()).isEqualTo(1);
    assertThat(output()).contains("testapp: node-2 ended by itself, so the network ends");
  }

  private static void assertAllTalked(Truths truths) {
    for (int number = 1; number <= 3; number++) {
      assertThat(truths.of(number, "messagesSent")).isPositive();
      assertThat(truths.of(number, "messagesReceived")).isPositive();
      assertThat(truths.of(number, "gossipsReceived")).isPositive();
      assertThat(truths.of(number, "payloadBytesReceived")).isPositive();
      assertThat(truths.node(number).getAsJsonArray("membersSeen")).hasSizeGreaterThanOrEqualTo(2);
    }
    assertThat(truths.sum("requestsAnswered")).isPositive();
  }

  private static void assertNothingCameFromNowhere(Truths truths) {
    assertThat(truths.sum("messagesReceived")).isBetween(1L, truths.sum("messagesSent"));
    assertThat(truths.sum("requestsAnswered")).isLessThanOrEqualTo(truths.sum("requestsSent"));
    assertThat(truths.sum("answersReceived")).isLessThanOrEqualTo(truths.sum("requestsAnswered"));
    for (int from = 1; from <= truths.nodes().size(); from++) {
      for (int to = 1; to <= truths.nodes().size(); to++) {
        assertThat(truths.between(to, from, "framesReceived"))
            .isLessThanOrEqualTo(truths.between(from, to, "framesSent"));
        assertThat(truths.between(to, from, "frameBytesReceived"))
            .isLessThanOrEqualTo(truths.between(from, to, "frameBytesSent"));
      }
    }
  }

  /** One connection each way, and another each way once the last node is back. */
  private static void assertConnectionsMatch(Truths truths) {
    assertThat(truths.between(2, 1, "connectionsAccepted")).isPositive();
    // One who gives up dialling does not know how far it came.
    assertThat(truths.between(2, 1, "connectionsAccepted"))
        .isLessThanOrEqualTo(
            truths.between(1, 2, "connectionsDialled") + truths.between(1, 2, "dialsFailed"));
    assertThat(truths.between(3, 1, "connectionsDialled")).isGreaterThanOrEqualTo(2);
  }

  private static void assertLastNodeReturned(Truths truths, int last) {
    assertThat(truths.sum("leaves")).isEqualTo(truths.of(last, "leaves")).isPositive();
    assertThat(truths.of(last, "returns")).isPositive();
    assertThat(truths.node(last).getAsJsonArray("clusterAddresses")).hasSizeGreaterThan(1);
  }

  private static void assertAllEnded(Truths truths) {
    for (String operation : Truths.OPERATIONS) {
      assertThat(truths.sumIn("operations", operation, "active")).as(operation).isZero();
      assertThat(truths.ended(operation))
          .as(operation)
          .isEqualTo(truths.sumIn("operations", operation, "started"));
    }
  }

  private Path truth() {
    return directory.resolve("truth");
  }

  private File log() {
    return directory.resolve("output").toFile();
  }

  private void start(String... arguments) throws IOException {
    network = JavaCommand.of(Main.class, List.of(arguments))
        .redirectErrorStream(true)
        .redirectOutput(log())
        .start();
  }

  private List<ProcessHandle> awaitChildren(int count) {
    return await()
        .atMost(PATIENCE)
        .until(() -> network.descendants().toList(), children -> children.size() == count);
  }

  private void awaitOutput(String text) {
    await().atMost(PATIENCE).until(() -> output().contains(text));
  }

  private String output() throws IOException {
    return Files.readString(log().toPath());
  }
}
