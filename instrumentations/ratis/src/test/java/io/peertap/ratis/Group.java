package io.peertap.ratis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.ratis.client.RaftClient;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.metrics.MetricRegistries;
import org.apache.ratis.metrics.MetricRegistryInfo;
import org.apache.ratis.metrics.RatisMetricRegistry;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftGroupMemberId;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.statemachine.impl.BaseStateMachine;
import org.apache.ratis.util.ExitUtils;
import org.apache.ratis.util.FileUtils;
import org.apache.ratis.util.TimeDuration;
import org.awaitility.Awaitility;

/** A Raft group of three in this JVM. */
final class Group implements AutoCloseable {

  static {
    ExitUtils.disableSystemExit(); // What cannot go on throws instead.
  }

  private static final int SERVERS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path directory;
  private final RaftGroup group;
  private final List<RaftPeer> peers;
  private final List<RaftServer> servers = new ArrayList<>();
  private final AtomicLong leaders = new AtomicLong();

  /** Nobody runs yet. */
  Group() {
    try {
      directory = Files.createTempDirectory("ratis");
      peers = peers();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    group = RaftGroup.valueOf(RaftGroupId.randomId(), peers);
  }

  /** All three, and one leads. */
  static Group started() {
    Group group = new Group();
    for (int i = 0; i < SERVERS; i++) {
      group.start(i);
    }
    until("a leader", () -> group.leader() != null);
    return group;
  }

  void start(int index) {
    RaftPeer peer = peers.get(index);
    RaftProperties properties = new RaftProperties();
    RaftServerConfigKeys.setStorageDir(
        properties, List.of(directory.resolve(peer.getId().toString()).toFile()));
    List<String> hostAndPort = List.of(peer.getAddress().split(":", 2));
    GrpcConfigKeys.Server.setHost(properties, hostAndPort.get(0));
    GrpcConfigKeys.Server.setPort(properties, Integer.parseInt(hostAndPort.get(1)));
    RaftServerConfigKeys.Rpc.setTimeoutMin(properties, milliseconds(300));
    RaftServerConfigKeys.Rpc.setTimeoutMax(properties, milliseconds(600));
    try {
      RaftServer server = RaftServer.newBuilder()
          .setServerId(peer.getId())
          .setGroup(group)
          .setStateMachine(new Witness())
          .setOption(RaftStorage.StartupOption.FORMAT)
          .setProperties(properties)
          .build();
      servers.add(server);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever leads, and is ready to; or null. */
  RaftServer leader() {
    for (RaftServer server : servers) {
      try {
        if (server.getDivision(group.getGroupId()).getInfo().isLeaderReady()) {
          return server;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return null;
  }

  /** One that does not lead stops. */
  RaftPeerId stopFollower() {
    RaftServer leader = leader();
    for (RaftServer server : servers) {
      if (server != leader) {
        stop(server);
        servers.remove(server);
        return server.getId();
      }
    }
    throw new IllegalStateException("no follower");
  }

  void write(int times) {
    try (RaftClient client = RaftClient.newBuilder()
        .setProperties(new RaftProperties())
        .setRaftGroup(group)
        .build()) {
      for (int i = 0; i < times; i++) {
        if (!client.io().send(Message.valueOf("write")).isSuccess()) {
          throw new IllegalStateException("refused");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The addresses that servers listen at, and their ids. */
  List<RaftPeer> members() {
    return peers;
  }

  /** How often a server came to lead, as state machines are told. */
  long leaders() {
    return leaders.get();
  }

  /** How often servers wanted to lead, as Ratis' metrics have it. */
  long candidates() {
    long sum = 0;
    for (RatisMetricRegistry registry : MetricRegistries.global().getMetricRegistries()) {
      MetricRegistryInfo info = registry.getMetricRegistryInfo();
      if (info.getMetricsComponentName().equals("leader_election") && isOfThis(info.getPrefix())) {
        sum += registry.counter("timeoutCount").getCount();
      }
    }
    return sum;
  }

  static void until(String what, Callable<Boolean> is) {
    Awaitility.await(what).pollInSameThread().atMost(PATIENCE).until(is);
  }

  @Override
  public void close() {
    servers.forEach(Group::stop);
    try {
      FileUtils.deleteFully(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isOfThis(String member) {
    return member.endsWith('@' + group.getGroupId().toString());
  }

  private static void stop(RaftServer server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each has an address of its own, from which nobody dials: so its port stays free. */
  private static List<RaftPeer> peers() throws IOException {
    List<RaftPeer> peers = new ArrayList<>();
    for (int i = 0; i < SERVERS; i++) {
      String host = "127.0.7." + (i + 1);
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(host))) {
        peers.add(RaftPeer.newBuilder()
            .setId("n" + i)
            .setAddress(host + ':' + free.getLocalPort())
            .build());
      }
    }
    return peers;
  }

  private static TimeDuration milliseconds(int milliseconds) {
    return TimeDuration.valueOf(milliseconds, TimeUnit.MILLISECONDS);
  }

  private final class Witness extends BaseStateMachine {

    @Override
    public void notifyLeaderChanged(RaftGroupMemberId member, RaftPeerId leader) {
      if (member.getPeerId().equals(leader)) {
        leaders.incrementAndGet();
      }
    }
  }
}
