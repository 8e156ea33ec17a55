package io.peertap.operations.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.ratis.CounterStateMachine;
import io.peertap.api.Outcome;
import io.peertap.test.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
import org.apache.ratis.util.FileUtils;
import org.apache.ratis.util.SizeInBytes;
import org.apache.ratis.util.TimeDuration;
import org.awaitility.Awaitility;

/** A real Raft group of three Ratis servers in this JVM, on loopback. */
final class RatisGroup implements Driver {

  private static final int SERVERS = 3;
  private static final int WRITES = 5;
  private static final int READS = 2;
  private static final String SEGMENT = "200"; // Bytes: few entries fill one.
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final List<RaftServer> servers = new ArrayList<>();
  private final List<CounterStateMachine> counters = new ArrayList<>();

  @Override
  public void drive(Truth truth) throws Exception {
    Path directory = Files.createTempDirectory("ratis");
    try {
      count(truth, run(directory));
    } finally {
      for (int i = servers.size() - 1; i >= 0; i--) {
        servers.get(i).close();
      }
      FileUtils.deleteFully(directory);
    }
    for (CounterStateMachine counter : counters) { // Servers that stop take a snapshot.
      times(counter.written(), () -> truth.ended("snapshot", Outcome.SUCCESS));
      times(counter.nothingToWrite(), () -> truth.ended("snapshot", Outcome.CANCELLED));
    }
  }

  /** How many entries the logs took. */
  private long run(Path directory) throws IOException {
    RaftGroup group = group();
    List<RaftPeer> peers = List.copyOf(group.getPeers());
    RaftServer follower = start(peers.get(1), group, directory, false);
    RaftServer leader = start(peers.get(0), group, directory, true); // Finds one that can vote.
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> leader.getDivision(group.getGroupId()).getInfo().isLeaderReady());
    use(group, leader);
    await(group, leader, follower);
    RaftServer late = start(peers.get(2), group, directory, false); // What it misses is purged.
    await(group, leader, late);
    write(group, leader);
    await(group, leader, follower);
    await(group, leader, late);
    long last = last(leader, group);
    return 2 * (last + 1) + last - counters.get(2).restored();
  }

  private void use(RaftGroup group, RaftServer leader) throws IOException {
    try (RaftClient client = client(group, leader)) {
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

  private static void write(RaftGroup group, RaftServer leader) throws IOException {
    try (RaftClient client = client(group, leader)) {
      assertThat(client.io().send(Message.valueOf("count")).isSuccess()).isTrue();
    }
  }

  private static RaftClient client(RaftGroup group, RaftServer leader) {
    return RaftClient.newBuilder()
        .setProperties(new RaftProperties())
        .setRaftGroup(group)
        .setLeaderId(leader.getId())
        .setRetryPolicy(RetryPolicies.noRetry())
        .build();
  }

  private static void await(RaftGroup group, RaftServer leader, RaftServer other) {
    Awaitility.await().atMost(PATIENCE).until(() -> applied(other, group) == last(leader, group));
  }

  private static long applied(RaftServer server, RaftGroup group) throws IOException {
    RaftServer.Division division = server.getDivision(group.getGroupId());
    return division.getInfo().getLastAppliedIndex();
  }

  /** The index of the last entry; a log that is never truncated appends every index once. */
  private static long last(RaftServer server, RaftGroup group) throws IOException {
    RaftServer.Division division = server.getDivision(group.getGroupId());
    return division.getRaftLog().getLastEntryTermIndex().getIndex();
  }

  private void count(Truth truth, long entries) {
    truth.ended("election", "PRE_VOTE", Outcome.SUCCESS);
    truth.ended("election", "ELECTION", Outcome.SUCCESS);
    truth.happened("became_candidate");
    truth.happened("became_leader");
    for (int i = 0; i < WRITES + 1; i++) {
      truth.ended("raft_request", "WRITE", Outcome.SUCCESS);
    }
    truth.ended("raft_request", "WRITE", Outcome.FAILURE);
    for (int i = 0; i < READS; i++) {
      truth.ended("raft_request", "READ", Outcome.SUCCESS);
    }
    truth.synchronised("snapshot_install", Outcome.SUCCESS);
    for (long i = 0; i < entries; i++) {
      truth.ended("log_append", Outcome.SUCCESS);
    }
    for (CounterStateMachine counter : counters) {
      times(counter.applied(), () -> truth.ended("apply", Outcome.SUCCESS));
      times(counter.refused(), () -> truth.ended("apply", Outcome.FAILURE));
    }
  }

  private static void times(int times, Runnable what) {
    for (int i = 0; i < times; i++) {
      what.run();
    }
  }

  private RaftServer start(RaftPeer peer, RaftGroup group, Path directory, boolean eager)
      throws IOException {
    RaftProperties properties = new RaftProperties();
    RaftServerConfigKeys.setStorageDir(
        properties, List.of(directory.resolve(peer.getId().toString()).toFile()));
    GrpcConfigKeys.Server.setPort(properties, Integer.parseInt(peer.getAddress().split(":", 2)[1]));
    RaftServerConfigKeys.Log.setSegmentSizeMax(properties, SizeInBytes.valueOf(SEGMENT));
    RaftServerConfigKeys.Log.setPurgeGap(properties, 1);
    RaftServerConfigKeys.Log.setPurgeUptoSnapshotIndex(properties, true);
    int patience = eager ? 5_000 : 60_000; // A vote that takes longer is asked for again.
    RaftServerConfigKeys.Rpc.setTimeoutMin(properties, milliseconds(patience));
    RaftServerConfigKeys.Rpc.setTimeoutMax(properties, milliseconds(patience + 500));
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
    return server;
  }

  private static TimeDuration milliseconds(int milliseconds) {
    return TimeDuration.valueOf(milliseconds, TimeUnit.MILLISECONDS);
  }

  private static RaftGroup group() {
    List<RaftPeer> peers = new ArrayList<>();
    for (int i = 0; i < SERVERS; i++) {
      peers.add(RaftPeer.newBuilder()
          .setId("n" + i)
          .setAddress("127.0.0.1:" + FreePorts.next())
          .build());
    }
    return RaftGroup.valueOf(RaftGroupId.randomId(), peers);
  }
}
