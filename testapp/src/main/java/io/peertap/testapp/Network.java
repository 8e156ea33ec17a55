package io.peertap.testapp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** All the nodes: the seed in this JVM, and the others here or in child JVMs. */
final class Network {

  private static final Duration GATHER_WITHIN = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  private static final Duration FOR_EVER = Duration.ofDays(36_500);
  private static final Duration REST_WITHIN = Duration.ofSeconds(15);
  private static final Duration NOTE_WITHIN = Duration.ofSeconds(15);

  /** What a run is asked for; 0 seconds means until told to stop. */
  record Plan(
      Settings settings,
      int seconds,
      int quietSeconds,
      int port,
      boolean inProcess,
      Optional<Path> truth) {

    int nodes() {
      return settings.nodes();
    }
  }

  private final Plan plan;
  private final List<Peer> peers = new CopyOnWriteArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile Disposable dialling = Disposables.disposed();
  private CompletableFuture<Void> rested;
  private CompletableFuture<Integer> ended;
  private boolean failed;

  Network(Plan plan) {
    this.plan = plan;
  }

  /** Starts the nodes, waits for the time planned and ends them; returns the exit code. */
  int run() throws IOException, InterruptedException {
    Node seed = node(NodeId.SEED, plan.port(), List.of());
    seed.join();
    String meetingPoint = seed.address();
    dialInVain(seed);
    peers.add(seed);
    for (int number = 2; number <= plan.nodes(); number++) {
      Peer peer = other(new NodeId(number), meetingPoint);
      peers.add(peer);
      peer.join();
    }
    gather(seed);
    comeAndGo(peers.get(peers.size() - 1), seed);
    if (plan.quietSeconds() > 0 && stopped.getCount() > 0) {
      beQuiet();
    }
    return end().join();
  }

  private Node node(NodeId id, int port, List<String> seeds) {
    return new Node(id, port, seeds, plan.settings(), plan.truth(), Echo.to(System.out, id));
  }

  private Peer other(NodeId id, String seed) throws IOException {
    return plan.inProcess()
        ? node(id, 0, List.of(seed))
        : ChildNode.start(id, seed, plan.settings(), plan.truth(), () -> lost(id));
  }

  private void dialInVain(Node seed) throws IOException {
    String nobody = new NodeId(plan.nodes() + 1).host();
    DeadDialer dialer = new DeadDialer(seed.transport(), seed.truth(), nobody);
    dialling = dialer.start();
    System.out.println(
        NodeId.SEED.name() + " dials " + dialer.deadAddress() + ", where nobody listens");
  }

  private void gather(Node seed) throws InterruptedException {
    long deadline = System.nanoTime() + GATHER_WITHIN.toNanos();
    while (seed.otherMembers() < plan.nodes() - 1
        && System.nanoTime() < deadline
        && pause(LOOK_EVERY)) {}
  }

  /** It leaves at least once, and unless the network is stopped it returns before the run ends. */
  private void comeAndGo(Peer peer, Node seed) throws InterruptedException {
    Duration span = plan.seconds() == 0 ? FOR_EVER : Duration.ofSeconds(plan.seconds());
    long deadline = System.nanoTime() + span.toNanos();
    Rhythm rhythm = Rhythm.of(plan.seconds());
    do {
      if (!pause(rhythm.stay())) {
        return;
      }
      peer.leave();
      if (!pause(rhythm.away())) {
        return;
      }
      peer.join();
      gather(seed);
    } while (System.nanoTime() + rhythm.round().toNanos() < deadline);
    pause(Duration.ofNanos(deadline - System.nanoTime()));
  }

  private void beQuiet() throws InterruptedException {
    rest().join();
    all(peers.stream().map(Peer::note).toList(), NOTE_WITHIN).join();
    System.out.println("All nodes are quiet for " + plan.quietSeconds() + " seconds");
    pause(Duration.ofSeconds(plan.quietSeconds()));
  }

  /** Waits for the given time; false if the run was stopped meanwhile. */
  private boolean pause(Duration time) throws InterruptedException {
    return !stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private synchronized void lost(NodeId id) {
    if (ended == null) {
      System.err.println("testapp: " + id.name() + " ended by itself, so the network ends");
      failed = true;
      stopped.countDown();
    }
  }

  /** Has all nodes finish their work together, so that none waits for one that is gone. */
  private synchronized CompletableFuture<Void> rest() {
    if (rested == null) {
      dialling.dispose();
      rested = all(peers.stream().map(Peer::rest).toList(), REST_WITHIN);
    }
    return rested;
  }

  private static CompletableFuture<Void> all(
      List<CompletableFuture<Void>> each, Duration patience) {
    return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, patience.toSeconds(), TimeUnit.SECONDS);
  }

  /** Ends all nodes; completes with the exit code of the run. */
  synchronized CompletableFuture<Integer> end() {
    if (ended == null) {
      stopped.countDown();
      ended = rest().thenCompose(all -> endAll());
    }
    return ended;
  }

  private CompletableFuture<Integer> endAll() {
    List<CompletableFuture<Integer>> ends = peers.stream().map(Peer::end).toList();
    return CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
        .thenApply(all -> exitCode(ends));
  }

  private synchronized int exitCode(List<CompletableFuture<Integer>> ends) {
    return failed || ends.stream().anyMatch(end -> end.join() != 0) ? 1 : 0;
  }
}
