package io.peertap.tron.node;

import com.google.protobuf.ByteString;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoopGroup;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.tron.p2p.P2pConfig;
import org.tron.p2p.P2pEventHandler;
import org.tron.p2p.P2pService;
import org.tron.p2p.base.Constant;
import org.tron.p2p.connection.Channel;
import org.tron.p2p.connection.ChannelManager;
import org.tron.p2p.discover.Node;
import org.tron.p2p.discover.NodeManager;
import org.tron.p2p.discover.message.kad.NeighborsMessage;
import org.tron.p2p.discover.protocol.kad.KadService;
import org.tron.p2p.discover.socket.UdpEvent;
import org.tron.p2p.protos.Connect;
import org.tron.p2p.protos.Discover;
import org.tron.p2p.stats.P2pStats;
import org.tron.p2p.utils.ByteArray;
import org.tron.p2p.utils.NetUtil;

/** A node that the library runs in this class loader. */
public final class LibraryNode implements TronNode {

  private static final String LOOPBACK = "127.0.0.1";

  /** No host here, so that the library takes nodes on {@link #LOOPBACK} for others. */
  private static final String OWN_ADDRESS = "127.0.0.9";

  private final P2pService service = new P2pService();
  private final Map<String, Channel> peers = new ConcurrentHashMap<>();
  private final Map<String, List<Integer>> received = new ConcurrentHashMap<>();
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final AtomicInteger failedWrites = new AtomicInteger();
  private P2pConfig config;

  @Override
  public void start(Map<String, Object> settings) {
    Collections.fill(Constant.ipV4Urls, "file:/dev/null"); // Nobody is asked for our address.
    Collections.fill(Constant.ipV6Urls, "file:/dev/null");
    config = new P2pConfig();
    config.setIp(OWN_ADDRESS);
    config.setIpv6(null);
    config.setPort(freePort());
    config.setMinConnections(0); // Only tests dial.
    config.setMinActiveConnections(0);
    config.setMaxConnectionsWithSameIp(50);
    config.setDiscoverEnable(false);
    settings.forEach((field, value) -> set(config, field, adapted(value)));
    try {
      service.register(new Application());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    service.start(config);
    await(() -> Boolean.TRUE.equals(get(get(ChannelManager.class, "peerServer"), "listening")));
    if (config.isDiscoverEnable()) {
      await(() -> get(get(NodeManager.class, "discoverServer"), "channel") != null);
      io.netty.channel.Channel socket =
          (io.netty.channel.Channel) get(get(NodeManager.class, "discoverServer"), "channel");
      ChannelPipeline pipeline = socket.pipeline();
      pipeline.addBefore(pipeline.lastContext().name(), null, new Listening());
    }
  }

  @Override
  public void waitForPongs(long millis) {
    KadService.setPingTimeout(millis);
  }

  /** Addresses are given as text. */
  private static Object adapted(Object value) {
    if (!(value instanceof Collection<?> texts)) {
      return value;
    }
    List<InetSocketAddress> addresses = new CopyOnWriteArrayList<>();
    for (Object text : texts) {
      addresses.add(NetUtil.parseInetSocketAddress((String) text));
    }
    return addresses;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String id() {
    return ByteArray.toHexString(config.getNodeID());
  }

  @Override
  public int port() {
    return config.getPort();
  }

  @Override
  public void dial(int port) {
    up(service.connect(new Node(NetUtil.parseInetSocketAddress(LOOPBACK + ":" + port)), null));
  }

  @Override
  public void askStatus(int port) {
    Node node = new Node(NetUtil.parseInetSocketAddress(LOOPBACK + ":" + port));
    up(ChannelManager.getPeerClient().connectAsync(node, true));
  }

  private static void up(ChannelFuture dial) {
    if (!dial.awaitUninterruptibly(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("no end of the dial");
    }
  }

  @Override
  public void send(String peer, int type, int bytes) {
    byte[] message = new byte[bytes];
    message[0] = (byte) type;
    peers.get(peer).send(message);
  }

  @Override
  public void failWrites(String peer) {
    ChannelHandlerContext context = (ChannelHandlerContext) get(peers.get(peer), "ctx");
    context.pipeline().addFirst(new Unwritable());
  }

  @Override
  public int failedWrites() {
    return failedWrites.get();
  }

  @Override
  public Map<String, Boolean> peers() {
    Map<String, Boolean> dialled = new HashMap<>();
    peers.forEach((id, channel) -> dialled.put(id, channel.isActive()));
    return dialled;
  }

  @Override
  public List<Integer> received(String peer) {
    return received.getOrDefault(peer, List.of());
  }

  @Override
  public Map<String, Long> statistics() {
    P2pStats stats = service.getP2pStats();
    Map<String, Long> values = new HashMap<>();
    for (Field field : P2pStats.class.getDeclaredFields()) {
      if (field.getType() == long.class) {
        values.put(field.getName(), (Long) get(stats, field.getName()));
      }
    }
    return values;
  }

  @Override
  public List<String> known() {
    return ids(NodeManager.getAllNodes());
  }

  @Override
  public Set<String> table() {
    return new TreeSet<>(ids(NodeManager.getTableNodes()));
  }

  private static List<String> ids(List<Node> nodes) {
    List<String> ids = new ArrayList<>();
    for (Node node : nodes) {
      ids.add(node.getHexId());
    }
    return ids;
  }

  @Override
  public Set<String> told() {
    return told;
  }

  @Override
  public void discoverOnlyWhenAsked() {
    ExecutorService rounds = (ExecutorService) get(discoverTask(), "discoverer");
    rounds.shutdown();
    await(rounds::isTerminated);
  }

  private static Object discoverTask() {
    return get(get(NodeManager.class, "discoverService"), "discoverTask");
  }

  @Override
  public void discover() {
    Object task = discoverTask();
    try {
      Method round =
          task.getClass().getDeclaredMethod("discover", byte[].class, int.class, List.class);
      round.setAccessible(true);
      round.invoke(task, NetUtil.getNodeId(), 0, new ArrayList<>());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void silence(String peer) {
    peers.get(peer).setLastSendTime(0);
  }

  @Override
  public boolean awaitsPong(String peer) {
    return peers.get(peer).waitForPong;
  }

  @Override
  public void agePing(String peer) {
    peers.get(peer).pingSent = 0;
  }

  @Override
  public void ban(String peer, long millis) {
    peers.get(peer).close(millis);
  }

  @Override
  public byte[] hello(String id, int network) {
    byte[] hello = Connect.HelloMessage.newBuilder()
        .setFrom(Discover.Endpoint.newBuilder()
            .setNodeId(ByteString.copyFrom(ByteArray.fromHexString(id)))
            .setAddress(ByteString.copyFromUtf8(LOOPBACK))
            .setPort(1))
        .setNetworkId(network)
        .setVersion(1)
        .build()
        .toByteArray();
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    int length = hello.length + 1;
    framed.write(0x80 | (length & 0x7f));
    framed.write(length >>> 7);
    framed.write(0xfd);
    framed.writeBytes(hello);
    return framed.toByteArray();
  }

  @Override
  public void syncTree(List<String> nodes) throws Exception {
    PublishedTree.sync(nodes);
  }

  @Override
  public void syncForgedTree() throws Exception {
    PublishedTree.syncForged();
  }

  @Override
  public void syncMissingTree() throws Exception {
    PublishedTree.syncMissing();
  }

  /** Good-byes first; then at once, without the quiet time that the library gives its threads. */
  @Override
  public void close() {
    ChannelManager.getConnPoolService().close();
    await(() -> ChannelManager.getChannels().isEmpty());
    EventLoopGroup dialled = (EventLoopGroup) get(ChannelManager.getPeerClient(), "workerGroup");
    dialled.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    service.close();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("not in time");
      }
      Thread.onSpinWait();
    }
  }

  private static Object get(Object object, String name) {
    Class<?> type = object instanceof Class<?> itself ? itself : object.getClass();
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(object);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(Object object, String name, Object value) {
    try {
      Field field = object.getClass().getDeclaredField(name);
      field.setAccessible(true);
      field.set(object, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Hears what comes to the discovery, before the library does. */
  private final class Listening extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object event) {
      if (event instanceof UdpEvent packet
          && packet.getMessage() instanceof NeighborsMessage neighbours) {
        told.addAll(ids(neighbours.getNodes()));
        told.remove(id());
      }
      context.fireChannelRead(event);
    }
  }

  /** What stands before the socket, and lets nothing through. */
  private final class Unwritable extends ChannelOutboundHandlerAdapter {

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      ReferenceCountUtil.release(message);
      failedWrites.incrementAndGet();
      promise.setFailure(new IOException("forced"));
    }
  }

  /** Takes what the library hands to applications. */
  private final class Application extends P2pEventHandler {

    Application() {
      messageTypes = Set.of((byte) 1, (byte) 2);
    }

    @Override
    public void onConnect(Channel channel) {
      peers.put(channel.getNodeId(), channel);
    }

    @Override
    public void onDisconnect(Channel channel) {
      if (channel.getNodeId() != null) {
        peers.remove(channel.getNodeId(), channel);
      }
    }

    @Override
    public void onMessage(Channel channel, byte[] data) {
      received
          .computeIfAbsent(channel.getNodeId(), id -> new CopyOnWriteArrayList<>())
          .add(data.length);
    }
  }
}
