package io.peertap.benchmarks.gossip;

import com.sun.management.OperatingSystemMXBean;
import io.libp2p.core.Host;
import io.libp2p.core.dsl.HostBuilder;
import io.libp2p.core.mux.StreamMuxerProtocol;
import io.libp2p.core.pubsub.MessageApi;
import io.libp2p.core.pubsub.PubsubPublisherApi;
import io.libp2p.core.pubsub.Topic;
import io.libp2p.protocol.Identify;
import io.libp2p.protocol.Ping;
import io.libp2p.pubsub.gossip.Gossip;
import io.libp2p.security.noise.NoiseXXSecureChannel;
import io.libp2p.transport.tcp.TcpTransport;
import io.netty.buffer.Unpooled;
import io.peertap.benchmarks.Jvm;
import io.peertap.benchmarks.Metrics;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Two hosts of jvm-libp2p on loopback, of which one publishes and the other is delivered to. */
public final class GossipHost {

  private static final Topic TOPIC = new Topic("cost");
  private static final int SIZE = 1024;
  private static final int IN_FLIGHT = 16;
  private static final long PATIENCE_SECONDS = 20;
  private static final double NANOS_PER_SECOND = 1e9;

  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Gossip from = new Gossip();
  private final Gossip to = new Gossip();
  private final Semaphore free = new Semaphore(IN_FLIGHT);
  private final AtomicLong delivered = new AtomicLong();
  private final PubsubPublisherApi publisher;

  private GossipHost() throws Exception {
    Host publishing = host(from);
    Host receiving = host(to);
    subscribe(from, message -> {});
    subscribe(to, message -> delivered());
    publisher = from.createPublisher(publishing.getPrivKey(), 1L);
    publishing
        .getNetwork()
        .connect(receiving.getPeerId(), receiving.listenAddresses().get(0))
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Takes messages to warm up with, messages to measure, and the agent's port file where there is an
   * agent; says CPU seconds of the process for a thousand messages.
   */
  public static void main(String[] args) throws Exception {
    GossipHost host = new GossipHost();
    while (host.delivered.get() == 0) { // Until both know who subscribes.
      host.publish(1);
    }
    host.publish(Integer.parseInt(args[0]));
    int messages = Integer.parseInt(args[1]);
    long start = host.process.getProcessCpuTime();
    host.publish(messages);
    Jvm.say(
        "cpu", (host.process.getProcessCpuTime() - start) / NANOS_PER_SECOND / messages * 1000);
    if (args.length > 2) {
      host.check(Metrics.scrape(Path.of(args[2])));
    }
    Jvm.end();
  }

  private void delivered() {
    delivered.incrementAndGet();
    free.release();
  }

  private static void subscribe(Gossip gossip, Consumer<MessageApi> delivery) {
    var unused = gossip.subscribe(delivery, TOPIC);
  }

  /** Publishes, and waits until all are delivered; those that nobody subscribed to do not count. */
  private void publish(int messages) throws Exception {
    for (int i = 0; i < messages; i++) {
      if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("not delivered: " + i);
      }
      try {
        publisher
            .publish(Unpooled.wrappedBuffer(new byte[SIZE]), TOPIC)
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException e) { // Nobody subscribes yet.
        free.release();
        Thread.sleep(1);
      }
    }
    if (!free.tryAcquire(IN_FLIGHT, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("not all are delivered");
    }
    free.release(IN_FLIGHT);
  }

  private void check(Metrics metrics) {
    long counted = (long) metrics
        .text()
        .lines()
        .filter(line -> line.startsWith("peertap_gossip_messages_total{")
            && line.contains("action=\"deliver\",status=\"ok\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
    if (counted != delivered.get()) {
      throw new IllegalStateException(
          "the agent counted " + counted + " of " + delivered + " messages");
    }
  }

  private static Host host(Gossip gossip) throws Exception {
    Host host = new HostBuilder()
        .transport(TcpTransport::new)
        .secureChannel(NoiseXXSecureChannel::new)
        .muxer(StreamMuxerProtocol::getYamux)
        .protocol(new Ping(), new Identify(), gossip)
        .listen("/ip4/127.0.0.1/tcp/0")
        .build();
    host.start().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return host;
  }
}
