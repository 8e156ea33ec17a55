package io.peertap.testapp.beacon;

import io.peertap.testapp.chain.BlockClock;
import io.peertap.testapp.dkg.Keys;
import io.peertap.testapp.dkg.Membership;
import io.peertap.testapp.dkg.Purpose;
import io.peertap.testapp.net.ProtocolException;
import io.peertap.testapp.net.Router;
import io.peertap.testapp.net.Voice;
import io.peertap.testapp.work.Workers;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A node's part in the beacon: makes, publishes and watches entries. */
public final class Beacon {

  private final Voice voice;
  private final Workers workers;
  private final BlockClock clock;
  private final Keys keys;
  private final RelayEntryGenerator generator;
  private final RelayEntryMonitor monitor;
  private final Consumer<String> out;
  private volatile String last = "the first entry";

  /** Uses the keys that are for the beacon. */
  public Beacon(
      Voice voice,
      Workers workers,
      BlockClock clock,
      Keys keys,
      RelayEntryGenerator generator,
      RelayEntryMonitor monitor,
      Consumer<String> out) {
    this.voice = voice;
    this.workers = workers;
    this.clock = clock;
    this.keys = keys;
    this.generator = generator;
    this.monitor = monitor;
    this.out = out;
  }

  /** Takes part in what is heard from now on. */
  public void listen(Router router) {
    router.subscribe(RelayRequest.class, (sender, request) -> requested(request));
  }

  /** The last entry that this node knows. */
  public String last() {
    return last;
  }

  private void requested(RelayRequest request) {
    workers.start(request.conversation(), () -> watch(request));
    keys.inUse(Purpose.BEACON, clock.block()).stream()
        .filter(membership -> membership.id().equals(request.key()))
        .findFirst()
        .ifPresent(mine -> workers.start(request.conversation(), () -> make(request, mine)));
  }

  private void watch(RelayRequest request) throws InterruptedException {
    monitor.await(request).ifPresent(entry -> last = entry.value());
  }

  private void make(RelayRequest request, Membership membership)
      throws InterruptedException, TimeoutException, ProtocolException {
    RelayValue entry = generator.generate(request, membership);
    if (request.roster().turn(request.number()).equals(voice.node())) {
      voice.say(request.conversation(), entry);
      out.accept("published relay entry " + request.number() + ": " + entry.value());
    }
  }
}
