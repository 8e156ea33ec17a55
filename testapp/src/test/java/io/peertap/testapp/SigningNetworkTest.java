package io.peertap.testapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.peertap.testapp.faults.FaultPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes in this JVM make keys and sign, and their truths agree on what went wrong. */
class SigningNetworkTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<Node> nodes = new ArrayList<>();

  @AfterEach
  void end() {
    CompletableFuture.allOf(nodes.stream().map(Node::end).toArray(CompletableFuture[]::new))
        .join();
  }

  @Test
  void twoNodesWithManyMembersDoEverything() {
    start(2, 3, "");

    await().atMost(PATIENCE).until(() -> all("success", Truths.OPERATIONS));
    rest();

    assertConsistent();
    assertThat(truths().sumIn("operations", "dkg", "membersJoined"))
        .isEqualTo(3 * truths().sumIn("operations", "dkg", "started"));
    assertThat(events("dkg_validation")).isPositive();
    assertThat(events("dkg_approval_submitted")).isPositive();
    assertThat(events("dkg_challenge_submitted")).isZero();
    assertThat(events("coordination_window_detected")).isPositive();
    assertThat(truths().sumIn("operations", "dkg", "failure")).isZero();
  }

  @Test
  void membersOfKeysAndBeaconMisbehave() {
    start(3, 1, "invalid-share,invalid-result,withheld-entry,lost-ping");

    await()
        .atMost(PATIENCE)
        .until(() -> count("dkg", "failure") > 0
            && count("relay_entry", "timeout") > 0
            && count("relay_entry", "success") > 0
            && events("dkg_challenge_submitted") > 0
            && events("dkg_approval_submitted") > 0
            && events("relay_entry_timeout_reported") > 0
            && truths().sumIn("pings", "success") > 0
            && truths().sumIn("pings", "timeout") > 0);
    rest();

    assertConsistent();
  }

  @Test
  void signersAndLeadersMisbehave() {
    start(2, 2, "silent-member,busy-wallet,late-leader");

    await()
        .atMost(PATIENCE)
        .until(() -> count("signing", "timeout") > 0
            && count("signing", "success") > 0
            && count("wallet_action", "timeout") > 0
            && count("wallet_action", "rejectedBusy") > 0
            && count("coordination", "failure") > 0
            && count("coordination", "success") > 0);
    rest();

    assertConsistent();
    assertThat(count("coordination", "timeout")).isZero();
  }

  @Test
  void nodesWithoutMembersDoNotSign() {
    start(2, 0, "");

    await().atMost(PATIENCE).until(() -> truths().sum("messagesReceived") > 0);
    rest();

    assertThat(truths().sumIn("gossip", "published")).isZero();
    assertThat(truths().sumIn("pings", "success")).isZero();
  }

  private void start(int count, int members, String faults) {
    Settings settings = new Settings(count, members, FaultPlan.parse(faults));
    for (int number = 1; number <= count; number++) {
      List<String> seeds = number == 1 ? List.of() : List.of(nodes.get(0).address());
      Node node = new Node(new NodeId(number), 0, seeds, settings, Optional.empty(), line -> {});
      nodes.add(node);
      node.join();
    }
  }

  private void rest() {
    CompletableFuture.allOf(nodes.stream().map(Node::rest).toArray(CompletableFuture[]::new))
        .join();
    CompletableFuture.allOf(nodes.stream().map(Node::note).toArray(CompletableFuture[]::new))
        .join();
  }

  private Truths truths() {
    Gson gson = new Gson();
    return new Truths(nodes.stream()
        .map(node -> gson.fromJson(gson.toJson(node.truth()), JsonObject.class))
        .toList());
  }

  private boolean all(String outcome, List<String> operations) {
    return operations.stream().allMatch(operation -> count(operation, outcome) > 0);
  }

  private long count(String operation, String outcome) {
    return truths().sumIn("operations", operation, outcome);
  }

  private long events(String event) {
    return truths().sumIn("events", event);
  }

  private void assertConsistent() {
    Truths truths = truths();
    for (String operation : Truths.OPERATIONS) {
      assertThat(truths.sumIn("operations", operation, "active")).as(operation).isZero();
      assertThat(truths.ended(operation)).as(operation).isEqualTo(count(operation, "started"));
    }
    assertThat(truths.sumIn("queues", "incomingDropped")).isZero();
    assertThat(truths.sumIn("queues", "handlerDropped")).isZero();
    assertThat(truths.sumIn("gossip", "delivered"))
        .as("every message reaches those who are there")
        .isBetween(
            truths.sumIn("gossip", "published"),
            nodes.size() * truths.sumIn("gossip", "published"));
  }
}
