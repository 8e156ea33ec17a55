package io.peertap.operations.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.ratis.CounterStateMachine;
import io.peertap.api.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.client.RaftClient;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.exceptions.StateMachineException;
import org.apache.ratis.retry.RetryPolicies;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.util.TimeDuration;
import org.awaitility.Awaitility;

/** A real Raft group of three Ratis servers in this JVM, on loopback. */
final class RatisGroup implements Driver {

  private static final int SERVERS = 3;
  private static final int WRITES = 5;
  private static final int READS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<RaftServer> servers = new ArrayList<>();
  private final List<CounterStateMachine> counters = new ArrayList<>();

  @Override
  public void drive(Truth truth) throws Exception {
    Path directory = Files.createTempDirectory("ratis");
    RaftGroup group = group();
    List<RaftPeer> peers = new ArrayList<>(group.getPeers());
    Collections.reverse(peers); // The first one asks for votes when the others can answer.
    for (RaftPeer peer : peers) {
      start(peer, group, directory, peer == peers.get(SERVERS - 1));
    }
    RaftServer leader = servers.get(SERVERS - 1);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> leader.getDivision(group.getGroupId()).getInfo().isLeaderReady());
    use(group, leader);
    Awaitility.await().atMost(PATIENCE).until(() -> sameLogs(group.getGroupId()));
    long entries = 0;
    for (RaftServer server : servers) {
      entries += length(server, group.getGroupId());
    }
    for (RaftServer server : servers) {
      server.close();
    }
    count(truth, entries);
  }

  private void use(RaftGroup group, RaftServer leader) throws IOException {
    try (RaftClient client = RaftClient.newBuilder()
        .setProperties(new RaftProperties())
        .setRaftGroup(group)
        .setLeaderId(leader.getId())
        .setRetryPolicy(RetryPolicies.noRetry())
        .build()) {
      for (int i = 0; i < WRITES; i++) {
        assertThat(client.io().send(Message.valueOf("count")).isSuccess()).isTrue();
      }
      for (int i = 0; i < READS; i++) {
        assertThat(client.io().sendReadOnly(Message.valueOf("read")).isSuccess())
            .isTrue();
      }
      assertThatThrownBy(() -> client.io().send(Message.valueOf("refuse")))
          .isInstanceOf(StateMachineException.class);
      assertThat(
              client.getSnapshotManagementApi(leader.getId()).create(1, 10_000).isSuccess())
          .isTrue();
    }
  }

  private boolean sameLogs(RaftGroupId group) throws IOException {
    long length = length(servers.get(0), group);
    for (int i = 0; i < SERVERS; i++) {
      boolean caughtUp = counters.get(i).applied() == WRITES && counters.get(i).refused() == 1;
      if (!caughtUp || length(servers.get(i), group) != length) {
        return false;
      }
    }
    return true;
  }

  /** A log that was never truncated has as many entries as were appended. */
  private static long length(RaftServer server, RaftGroupId group) throws IOException {
    return server.getDivision(group).getRaftLog().getLastEntryTermIndex().getIndex() + 1;
  }

  private void count(Truth truth, long entries) {
    truth.ended("election", "PRE_VOTE", Outcome.SUCCESS);
    truth.ended("election", "ELECTION", Outcome.SUCCESS);
    truth.happened("became_candidate");
    truth.happened("became_leader");
    for (int i = 0; i < WRITES; i++) {
      truth.ended("raft_request", "WRITE", Outcome.SUCCESS);
    }
    truth.ended("raft_request", "WRITE", Outcome.FAILURE);
    for (int i = 0; i < READS; i++) {
      truth.ended("raft_request", "READ", Outcome.SUCCESS);
    }
    for (long i = 0; i < entries; i++) {
      truth.ended("log_append", Outcome.SUCCESS);
    }
    for (CounterStateMachine counter : counters) {
      times(counter.applied(), () -> truth.ended("apply", Outcome.SUCCESS));
      times(counter.refused(), () -> truth.ended("apply", Outcome.FAILURE));
      times(counter.written(), () -> truth.ended("snapshot", Outcome.SUCCESS));
      times(counter.nothingToWrite(), () -> truth.ended("snapshot", Outcome.CANCELLED));
    }
  }

  private static void times(int times, Runnable what) {
    for (int i = 0; i < times; i++) {
      what.run();
    }
  }

  private void start(RaftPeer peer, RaftGroup group, Path directory, boolean eager)
      throws IOException {
    RaftProperties properties = new RaftProperties();
    RaftServerConfigKeys.setStorageDir(
        properties, List.of(directory.resolve(peer.getId().toString()).toFile()));
    GrpcConfigKeys.Server.setPort(properties, Integer.parseInt(peer.getAddress().split(":", 2)[1]));
    int patience = eager ? 300 : 30_000;
    RaftServerConfigKeys.Rpc.setTimeoutMin(properties, milliseconds(patience));
    RaftServerConfigKeys.Rpc.setTimeoutMax(properties, milliseconds(2 * patience));
    CounterStateMachine counter = new CounterStateMachine();
    RaftServer server = RaftServer.newBuilder()
        .setServerId(peer.getId())
        .setGroup(group)
        .setStateMachine(counter)
        .setOption(RaftStorage.StartupOption.FORMAT)
        .setProperties(properties)
        .build();
    counters.add(counter);
    servers.add(server);
    server.start();
  }

  private static TimeDuration milliseconds(int milliseconds) {
    return TimeDuration.valueOf(milliseconds, TimeUnit.MILLISECONDS);
  }

  private static RaftGroup group() throws IOException {
    List<RaftPeer> peers = new ArrayList<>();
    for (int i = 0; i < SERVERS; i++) {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        peers.add(RaftPeer.newBuilder()
            .setId("n" + i)
            .setAddress("127.0.0.1:" + free.getLocalPort())
            .build());
      }
    }
    return RaftGroup.valueOf(RaftGroupId.randomId(), peers);
  }
}
