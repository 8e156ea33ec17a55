package io.peertap.testapp;

import io.peertap.testapp.beacon.Beacon;
import io.peertap.testapp.beacon.RelayEntryGenerator;
import io.peertap.testapp.beacon.RelayEntryMonitor;
import io.peertap.testapp.chain.BlockClock;
import io.peertap.testapp.coordination.CoordinationExecutor;
import io.peertap.testapp.coordination.CoordinationWindow;
import io.peertap.testapp.coordination.CoordinationWindowWatcher;
import io.peertap.testapp.coordination.WalletCoordination;
import io.peertap.testapp.dkg.DkgCeremonies;
import io.peertap.testapp.dkg.DkgExecutor;
import io.peertap.testapp.dkg.DkgResultValidator;
import io.peertap.testapp.dkg.Keys;
import io.peertap.testapp.dkg.Membership;
import io.peertap.testapp.dkg.Purpose;
import io.peertap.testapp.faults.Fault;
import io.peertap.testapp.faults.FaultPlan;
import io.peertap.testapp.net.BroadcastChannel;
import io.peertap.testapp.net.Mailboxes;
import io.peertap.testapp.net.Presence;
import io.peertap.testapp.net.Router;
import io.peertap.testapp.net.Voice;
import io.peertap.testapp.net.Wire;
import io.peertap.testapp.ping.PingTest;
import io.peertap.testapp.signing.Signers;
import io.peertap.testapp.signing.SigningExecutor;
import io.peertap.testapp.truth.OperationTruths;
import io.peertap.testapp.wallet.ActionType;
import io.peertap.testapp.wallet.SignedActions;
import io.peertap.testapp.wallet.WalletDispatcher;
import io.peertap.testapp.work.Workers;
import io.scalecube.cluster.Cluster;
import io.scalecube.cluster.transport.api.Transport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The working half of a node during one stay: everything that takes the blocks and messages. */
final class SigningNode {

  private static final int IDLE_BLOCKS = 4;
  private static final Duration REST_WITHIN = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofMillis(500);
  private static final Duration SILENT_WITHIN = Duration.ofSeconds(5);

  private final Settings settings;
  private final Keys keys;
  private final Truth truth;
  private final BlockClock clock = BlockClock.system();
  private final Workers workers;
  private final Voice voice;
  private final BroadcastChannel channel;
  private final Mailboxes mailboxes = new Mailboxes();
  private final Presence presence;
  private final WalletDispatcher dispatcher;
  private final WalletCoordination coordination;
  private final CoordinationWindowWatcher windows;
  private final DkgCeremonies ceremonies;
  private final Beacon beacon;

  private volatile Wire wire = bytes -> {};
  private volatile Thread blocks;
  private volatile Pinger pinger;
  private volatile Requester requester;
  private CompletableFuture<Void> rested;

  SigningNode(NodeId id, Settings settings, Keys keys, Truth truth, Consumer<String> out) {
    this.settings = settings;
    this.keys = keys;
    this.truth = truth;
    Router router = new Router(mailboxes);
    workers = new Workers(id.name(), out);
    channel = new BroadcastChannel(
        id.name(), bytes -> wire.toAll(bytes), router, truth.gossip, truth.queues, faults());
    voice = new Voice(id.name(), channel);
    presence = new Presence(voice, router);
    Signers signers = new Signers(this::signer);
    dispatcher = new WalletDispatcher(
        workers,
        new SignedActions(voice, signers, clock, faults(), out),
        operations().walletAction());
    coordination = new WalletCoordination(this::coordinator, dispatcher);
    windows = new CoordinationWindowWatcher(clock.block(), truth.events, this::takeWindow);
    beacon = beacon(out);
    beacon.listen(router);
    ceremonies = ceremonies(out);
    ceremonies.listen(router);
  }

  private FaultPlan faults() {
    return settings.faults();
  }

  private OperationTruths operations() {
    return truth.operations;
  }

  private DkgCeremonies ceremonies(Consumer<String> out) {
    return new DkgCeremonies(
        voice,
        workers,
        clock,
        faults(),
        new DkgExecutor(voice, mailboxes, faults(), operations().dkg()),
        new DkgResultValidator(voice, clock, truth.events),
        keys,
        out);
  }

  private Beacon beacon(Consumer<String> out) {
    return new Beacon(
        voice,
        workers,
        clock,
        keys,
        new RelayEntryGenerator(voice, mailboxes, faults(), operations().relayEntry()),
        new RelayEntryMonitor(voice, mailboxes, truth.events),
        out);
  }

  private SigningExecutor signer(Membership wallet) {
    return new SigningExecutor(
        wallet, voice, mailboxes, presence, faults(), operations().signing());
  }

  private CoordinationExecutor coordinator(Membership wallet) {
    return new CoordinationExecutor(
        wallet,
        voice,
        mailboxes,
        presence,
        clock,
        faults(),
        window -> nextAction(wallet, window),
        operations().coordination());
  }

  private ActionType nextAction(Membership wallet, long window) {
    boolean looks = !faults().has(Fault.BUSY_WALLET);
    return looks && dispatcher.isBusy(wallet.id()) ? ActionType.NOOP : ActionType.turn(window);
  }

  private void takeWindow(CoordinationWindow window) {
    for (Membership wallet : keys.inUse(Purpose.WALLET, window.start())) {
      workers.start("window of wallet " + wallet.id(), () -> coordination.take(window, wallet));
    }
  }

  /** Takes what another node has broadcast. */
  void receive(byte[] bytes) {
    channel.receive(bytes);
  }

  /** Another node is out of reach at an address. */
  void gone(String node, String address) {
    presence.gone(node, address);
  }

  /** Begins to work, as a member of a cluster; the first node also says what there is to do. */
  void start(NodeId id, Cluster cluster, Transport transport) {
    if (!settings.signs()) {
      return;
    }
    wire = new ClusterWire(cluster, transport);
    pinger = new Pinger(cluster, new PingTest(() -> transport, truth.pings), workers);
    if (id.equals(NodeId.SEED)) {
      requester = new Requester(settings, voice, presence, keys, ceremonies, beacon);
    }
    presence.at(cluster.address());
    channel.open();
    blocks = clock.follow(id.name() + "-blocks", this::onBlock);
  }

  private void onBlock(long block) {
    presence.onBlock(block);
    pinger.onBlock(block);
    windows.look(block);
    if (requester != null) {
      requester.onBlock(block);
    }
  }

  /** Begins nothing any more; completes once everything under way has ended. */
  synchronized CompletableFuture<Void> rest() {
    if (rested == null) {
      rested = blocks == null
          ? CompletableFuture.completedFuture(null)
          : CompletableFuture.runAsync(this::finish, task -> new Thread(task, "rest").start());
    }
    return rested;
  }

  private void finish() {
    try {
      blocks.interrupt();
      blocks.join();
      presence.rest();
      long end = System.nanoTime() + REST_WITHIN.toNanos();
      for (int idle = 0; idle < IDLE_BLOCKS && System.nanoTime() < end; ) {
        idle = workers.idle() ? idle + 1 : 0;
        Thread.sleep(BlockClock.BLOCK.toMillis());
      }
      workers.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until there is nothing to hear any more. */
  void awaitSilence() throws InterruptedException {
    long end = System.nanoTime() + SILENT_WITHIN.toNanos();
    while (channel.silentNanos() < SILENCE.toNanos() && System.nanoTime() < end) {
      Thread.sleep(BlockClock.BLOCK.toMillis());
    }
  }

  /** Hears and says nothing any more. */
  void stop() {
    channel.close();
  }
}
