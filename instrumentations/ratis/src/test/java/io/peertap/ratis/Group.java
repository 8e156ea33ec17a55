package io.peertap.ratis;

import io.peertap.test.FreePorts;
import io.peertap.test.TcpLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.ratis.client.RaftClient;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.proto.RaftProtos.RoleInfoProto;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftGroupMemberId;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.apache.ratis.server.protocol.TermIndex;
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
  private final Consumer<RaftProperties> settings;
  private final List<InetSocketAddress> listening;
  private final List<TcpLink> links = new ArrayList<>();
  private final List<RaftPeer> peers = new ArrayList<>();
  private final RaftGroup group;
  private final List<RaftServer> servers = new ArrayList<>();
  private final AtomicLong leaders = new AtomicLong();
  private final AtomicLong snapshots = new AtomicLong();

  /** Nobody runs yet; those that shall be linked reach each other through links only. */
  private Group(boolean linked, Consumer<RaftProperties> settings) {
    this.settings = settings;
    try {
      directory = Files.createTempDirectory("ratis");
      listening = freeAddresses();
      for (int i = 0; i < SERVERS; i++) {
        peers.add(
            RaftPeer.newBuilder().setId("n" + i).setAddress(address(i, linked)).build());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    group = RaftGroup.valueOf(RaftGroupId.randomId(), peers.toArray(new RaftPeer[0]));
  }

  /** Nobody runs yet. */
  static Group of(Consumer<RaftProperties> settings) {
    return new Group(false, settings);
  }

  /** All three, and one leads. */
  static Group started() {
    return new Group(false, any -> {}).start();
  }

  /** The same, by these settings. */
  static Group started(Consumer<RaftProperties> settings) {
    return new Group(false, settings).start();
  }

  /** The same, each behind a link. */
  static Group linked() {
    return new Group(true, any -> {}).start();
  }

  private Group start() {
    for (int i = 0; i < SERVERS; i++) {
      start(i);
    }
    awaitLeader();
    return this;
  }

  void awaitLeader() {
    until("a leader", () -> leader() != null);
  }

  void start(int index) {
    start(index, any -> {});
  }

  /** One that has settings of its own. */
  void start(int index, Consumer<RaftProperties> own) {
    RaftPeer peer = peers.get(index);
    RaftProperties properties = new RaftProperties();
    RaftServerConfigKeys.setStorageDir(
        properties, List.of(directory.resolve(peer.getId().toString()).toFile()));
    InetSocketAddress at = listening.get(index);
    properties.set("raft.grpc.server.host", at.getHostString()); // Ratis 2 listens everywhere.
    GrpcConfigKeys.Server.setPort(properties, at.getPort());
    RaftServerConfigKeys.Rpc.setTimeoutMin(properties, milliseconds(300));
    RaftServerConfigKeys.Rpc.setTimeoutMax(properties, milliseconds(600));
    settings.accept(properties);
    own.accept(properties);
    try {
      RaftServer server = RaftServer.newBuilder()
          .setServerId(peer.getId())
          .setGroup(group)
          .setStateMachine(new Witness())
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

  /** The id of one that does not lead. */
  String follower() {
    return anyFollower().getId().toString();
  }

  /** One that does not lead stops. */
  RaftPeerId stopFollower() {
    RaftServer follower = anyFollower();
    stop(follower);
    servers.remove(follower);
    return follower.getId();
  }

  private RaftServer anyFollower() {
    RaftServer leader = leader();
    for (RaftServer server : servers) {
      if (server != leader) {
        return server;
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
    return counted("leader_election", "timeoutCount");
  }

  /** How often appended entries were not answered in time, as Ratis' metrics have it. */
  long appendTimeouts() {
    return appends("_append_entry_timeout_count");
  }

  /** The same of heartbeats. */
  long heartbeatTimeouts() {
    return appends("_append_entry_timeout_count_heartbeat");
  }

  /** How often followers took appended entries, as Ratis' metrics have it. */
  long appendSuccesses() {
    return appends("_success_reply_count");
  }

  /** The same of heartbeats. */
  long heartbeatSuccesses() {
    return appends("_success_reply_count_heartbeat");
  }

  private long appends(String counter) {
    long sum = 0;
    for (RaftPeer peer : peers) {
      sum += counted("log_appender", peer.getId() + counter);
    }
    return sum;
  }

  private long counted(String component, String counter) {
    return Metrics.sum(component, '@' + group.getGroupId().toString(), counter);
  }

  /** How often state machines were asked for a snapshot. */
  long snapshots() {
    return snapshots.get();
  }

  /** What has gone through all links, in both directions. */
  long linkedBytes() {
    return links.stream()
        .mapToLong(link -> link.toServer().bytes() + link.toClients().bytes())
        .sum();
  }

  static void until(String what, Callable<Boolean> is) {
    Awaitility.await(what).pollInSameThread().atMost(PATIENCE).until(is);
  }

  @Override
  public void close() {
    servers.forEach(Group::stop);
    links.forEach(TcpLink::close);
    try {
      FileUtils.deleteFully(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(RaftServer server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where others reach a server. */
  private String address(int index, boolean linked) throws IOException {
    InetSocketAddress at = listening.get(index);
    if (linked) {
      TcpLink link = new TcpLink(at);
      links.add(link);
      at = link.address();
    }
    return at.getAddress().getHostAddress() + ':' + at.getPort();
  }

  /** Each server has an address of its own, from which nobody dials: so its port stays free. */
  private static List<InetSocketAddress> freeAddresses() throws IOException {
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (int i = 0; i < SERVERS; i++) {
      InetAddress host = InetAddress.getByName("127.0.7." + (i + 1));
      addresses.add(new InetSocketAddress(host, FreePorts.next()));
    }
    return addresses;
  }

  static TimeDuration milliseconds(int milliseconds) {
    return TimeDuration.valueOf(milliseconds, TimeUnit.MILLISECONDS);
  }

  private final class Witness extends BaseStateMachine {

    @Override
    public void notifyLeaderChanged(RaftGroupMemberId member, RaftPeerId leader) {
      if (member.getPeerId().equals(leader)) {
        leaders.incrementAndGet();
      }
    }

    /** There is no state but how far it is. */
    @Override
    public long takeSnapshot() {
      snapshots.incrementAndGet();
      return getLastAppliedTermIndex().getIndex();
    }

    /** Never comes to an end, so that the leader tells again. */
    @Override
    public CompletableFuture<TermIndex> notifyInstallSnapshotFromLeader(
        RoleInfoProto role, TermIndex first) {
      return new CompletableFuture<>();
    }
  }
}
