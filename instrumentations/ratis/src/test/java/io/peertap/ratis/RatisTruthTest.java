package io.peertap.ratis;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.record.ConnectionView;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.apache.ratis.server.RaftServerConfigKeys.Log.Appender;
import org.apache.ratis.server.RaftServerConfigKeys.Rpc;
import org.apache.ratis.util.SizeInBytes;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the agent counts of a Raft group is what Ratis itself has counted. */
class RatisTruthTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration OFTEN = Duration.ofMillis(3);

  private InProcessAgent agent;
  private Wire wire;

  @BeforeEach
  void attach() {
    agent = InProcessAgent.start("peers.families=all,peers.label=full");
    wire = new Wire();
  }

  @AfterEach
  void detach() {
    agent.close();
  }

  @Test
  void messages_ofServers() {
    long began = System.nanoTime();
    try (Group group = Group.started()) {
      group.write(20);
      untilHolds("messages", () -> {
        Scrape scrape = agent.scrape();
        double votes = (double) wire.votesSent.get();
        double appends = (double) wire.appendsSent.get();
        double heartbeats = (double) wire.heartbeatsSent.get();
        assertThat(appends).isGreaterThanOrEqualTo(20);
        assertThat(sent(scrape, "append_entries")).isEqualTo(appends);
        assertThat(sent(scrape, "heartbeat")).isEqualTo(heartbeats).isPositive();
        assertThat(sent(scrape, "request_vote")).isEqualTo(votes).isPositive();
        assertThat(scrape.observed("message_size_bytes", "direction", "outbound"))
            .isEqualTo((double) wire.bytesSent.get());
        assertThat(received(scrape, "append_entries") + received(scrape, "heartbeat"))
            .isEqualTo((double) wire.appendsReceived.get());
        assertThat(received(scrape, "request_vote")).isEqualTo((double) wire.votesReceived.get());
        assertThat(scrape.sum("heartbeats_total", "direction", "outbound")).isEqualTo(heartbeats);
        checkCounted(succeeded(scrape, "append_entries"), group, group.appendSuccesses());
        assertThat(scrape.observed("message_latency_seconds", "type", "append_entries"))
            .isBetween(0.0, appends * (System.nanoTime() - began) / 1e9);
        checkCounted(succeeded(scrape, "heartbeat"), group, group.heartbeatSuccesses());
      });
    }
  }

  @Test
  void messages_areOfTheServersBothEnds() {
    try (Group group = Group.started()) {
      group.write(3);
      String leader = group.leader().getId().toString();
      untilHolds("peers", () -> {
        Scrape scrape = agent.scrape();
        for (RaftPeer peer : group.members()) {
          String id = peer.getId().toString();
          boolean leads = id.equals(leader);
          String type = "append_entries";
          assertThat(scrape.sum("peer_messages_sent_total", "peer", id, "type", type) > 0)
              .isEqualTo(!leads);
          assertThat(scrape.sum("peer_messages_received_total", "peer", id, "type", type) > 0)
              .isEqualTo(leads);
        }
      });
    }
  }

  @Test
  void connections_areTheServersBothEnds() {
    try (Group group = Group.started()) {
      group.write(3);
      String leader = group.leader().getId().toString();
      Map<String, String> listening = new HashMap<>();
      List<String> followers = new ArrayList<>();
      for (RaftPeer peer : group.members()) {
        listening.put(peer.getAddress(), peer.getId().toString());
        if (!peer.getId().toString().equals(leader)) {
          followers.add(peer.getId().toString());
        }
      }
      untilHolds("names", () -> {
        List<String> dialled = new ArrayList<>();
        List<String> accepted = new ArrayList<>();
        for (ConnectionView connection : agent.connections()) {
          if (connection.direction().equals("outbound")) {
            assertThat(connection.peer()).isEqualTo(listening.get(connection.remote()));
            dialled.add(connection.peer());
          } else {
            accepted.add(connection.peer());
          }
        }
        assertThat(dialled).containsAll(followers);
        assertThat(accepted)
            .as("both followers were called")
            .filteredOn(leader::equals)
            .hasSizeGreaterThanOrEqualTo(2);
      });
    }
  }

  @Test
  void elections() {
    try (Group group = Group.started()) {
      untilHolds("elections", () -> {
        Scrape scrape = agent.scrape();
        assertThat(event(scrape, "leader_elected"))
            .isEqualTo((double) group.leaders())
            .isPositive();
        assertThat(event(scrape, "election_started"))
            .isEqualTo((double) group.candidates())
            .isPositive();
        assertThat(event(scrape, "election_passed")).isEqualTo((double) group.leaders());
      });
    }
  }

  @Test
  void alone_nobodyIsElected() {
    try (Group group = Group.of(any -> {})) {
      group.start(0);
      Group.until("three attempts", () -> group.candidates() > 2);
      untilHolds("attempts", () -> {
        Scrape scrape = agent.scrape();
        assertThat(event(scrape, "election_started")).isEqualTo((double) group.candidates());
        assertThat(event(scrape, "leader_elected")).isZero();
        assertThat(scrape.sum("messages_failed_total", "type", "request_vote"))
            .isEqualTo((double) wire.votesSent.get());
      });
    }
  }

  @Test
  void followerThatStops_failsAppends() {
    try (Group group = Group.started()) {
      group.write(3);
      RaftPeerId stopped = group.stopFollower();
      group.write(3);
      Group.until("a broken stream", () -> {
        Scrape scrape = agent.scrape();
        return scrape.sum("messages_failed_total", "type", "append_entries", "reason", "write") > 0
            && scrape.sum(
                    "peer_connection_attempts_total",
                    "peer",
                    stopped.toString(),
                    "outcome",
                    "failure")
                > 0;
      });
      assertThat(group.leader()).isNotNull();
    }
  }

  @Test
  void followerThatHangs_timesAppendsOut() {
    try (Group group =
        Group.started(settings -> Rpc.setRequestTimeout(settings, Group.milliseconds(200)))) {
      try (Gate gate = wire.hang(group.follower())) {
        group.write(3);
        Group.until("a server held back", () -> gate.held() > 0);
        Group.until("timeouts", () -> group.appendTimeouts() > 0 && group.heartbeatTimeouts() > 0);
      }
      untilHolds("timeouts", () -> {
        Scrape scrape = agent.scrape();
        checkCounted(event(scrape, "append_timeout"), group, group.appendTimeouts());
        checkCounted(event(scrape, "heartbeat_timeout"), group, group.heartbeatTimeouts());
      });
    }
  }

  @Test
  void followerThatIsFarBehind_isToldOfTheSnapshot() {
    try (Group group = Group.of(RatisTruthTest::snapshotsSoon)) {
      group.start(0);
      group.start(1);
      group.awaitLeader();
      group.write(60);
      Group.until("snapshots", () -> group.snapshots() >= 2);
      try (Gate gate = wire.hangAtSnapshots("n2")) { // Else it is told again and again.
        group.start(2);
        Group.until("a server held back", () -> gate.held() > 0);
        untilHolds("snapshots", () -> {
          Scrape scrape = agent.scrape();
          double told = (double) wire.snapshotsReceived.get();
          assertThat(told).isPositive();
          assertThat(event(scrape, "snapshot_started")).isEqualTo((double) group.snapshots());
          assertThat(received(scrape, "install_snapshot")).isEqualTo(told);
          assertThat(sent(scrape, "install_snapshot"))
              .as("what was sent before it listened has failed")
              .isEqualTo(told + failed(scrape, "install_snapshot"));
          assertThat(
                  scrape.sum("peer_messages_sent_total", "peer", "n2", "type", "install_snapshot"))
              .isEqualTo(sent(scrape, "install_snapshot"));
        });
      }
    }
  }

  @Test
  void followerThatTakesNoSnapshots_refusesThem() {
    try (Group group = Group.of(RatisTruthTest::snapshotsSoon)) {
      group.start(0);
      group.start(1);
      group.awaitLeader();
      group.write(60);
      Group.until("snapshots", () -> group.snapshots() >= 2);
      group.start(2, settings -> Appender.setInstallSnapshotEnabled(settings, true));
      Group.until("a refusal", () -> wire.snapshotsReceived.get() > 0);
      untilHolds("refusals", () -> {
        Scrape scrape = agent.scrape();
        assertThat(
                scrape.sum("messages_failed_total", "type", "install_snapshot", "reason", "handle"))
            .isEqualTo((double) wire.snapshotsReceived.get());
      });
    }
  }

  /** A small log, of which nothing is kept that a snapshot has; its files are not sent. */
  private static void snapshotsSoon(RaftProperties settings) {
    RaftServerConfigKeys.Snapshot.setAutoTriggerEnabled(settings, true);
    RaftServerConfigKeys.Snapshot.setAutoTriggerThreshold(settings, 20);
    RaftServerConfigKeys.Log.setSegmentSizeMax(settings, SizeInBytes.valueOf("1KB"));
    RaftServerConfigKeys.Log.setPurgeGap(settings, 1);
    RaftServerConfigKeys.Log.setPurgeUptoSnapshotIndex(settings, true);
    Appender.setInstallSnapshotEnabled(settings, false);
  }

  @Test
  void everyByteOfTheSockets_countsOnce() {
    try (Group group = Group.linked()) {
      group.write(20);
      untilHolds("bytes", () -> {
        Scrape scrape = agent.scrape();
        double sockets = (double) group.linkedBytes();
        assertThat(scrape.sum("sent_bytes_total")).isEqualTo(sockets);
        assertThat(scrape.sum("received_bytes_total")).isEqualTo(sockets);
        assertThat(scrape.observed("message_size_bytes", "direction", "outbound"))
            .as("messages are in the bytes of sockets, and not added to them")
            .isEqualTo((double) wire.bytesSent.get());
      });
    }
  }

  private static double event(Scrape scrape, String name) {
    return scrape.sum("protocol_events_total", "protocol", "raft", "event", name);
  }

  private static double sent(Scrape scrape, String type) {
    return scrape.sum("messages_sent_total", "protocol", "raft", "type", type);
  }

  private static double failed(Scrape scrape, String type) {
    return scrape.sum("messages_failed_total", "type", type, "reason", "write");
  }

  /** What was answered, but not refused. */
  private static double succeeded(Scrape scrape, String type) {
    return scrape.sum("message_latency_seconds", "type", type)
        - scrape.sum("messages_failed_total", "type", type, "reason", "handle");
  }

  private static double received(Scrape scrape, String type) {
    return scrape.sum("messages_received_total", "protocol", "raft", "type", type);
  }

  /** As Ratis has counted it; with a leader that steps down, Ratis throws away what it counted. */
  private static void checkCounted(double counted, Group group, long truth) {
    if (group.leaders() == 1) {
      assertThat(counted).isEqualTo((double) truth);
    } else {
      assertThat(counted).isGreaterThanOrEqualTo((double) truth);
    }
  }

  /** There is a moment at which this holds: a group is never quiet, but between two heartbeats. */
  private static void untilHolds(String what, ThrowingRunnable assertion) {
    Awaitility.await(what)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(OFTEN)
        .atMost(PATIENCE)
        .untilAsserted(assertion);
  }
}
