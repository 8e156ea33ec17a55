package io.peertap.operations.result;

import io.peertap.api.Attached;
import io.peertap.api.Breakers;
import io.peertap.api.Connections;
import io.peertap.api.Events;
import io.peertap.api.Gossip;
import io.peertap.api.Http;
import io.peertap.api.Messages;
import io.peertap.api.Operations;
import io.peertap.api.Peers;
import io.peertap.api.Pools;
import io.peertap.api.Queues;
import io.peertap.api.Relays;
import io.peertap.api.Telemetry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A telemetry that asks when the test says so, and keeps failures. */
final class PolledByHand implements Telemetry, BeforeEachCallback, AfterEachCallback {

  private final List<BooleanSupplier> asked = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();

  /** Asks everything once that is not over. */
  void ask() {
    asked.removeIf(BooleanSupplier::getAsBoolean);
  }

  /** How many are to be asked. */
  int waiting() {
    return asked.size();
  }

  /** What failed. */
  List<Throwable> failures() {
    return failures;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Telemetry.install(this);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Telemetry.install(DISABLED);
  }

  @Override
  public boolean poll(BooleanSupplier over) {
    return asked.add(over);
  }

  @Override
  public void failed(Throwable failure) {
    failures.add(failure);
  }

  @Override
  public Connections connections() {
    return DISABLED.connections();
  }

  @Override
  public Operations operations() {
    return DISABLED.operations();
  }

  @Override
  public Events events() {
    return DISABLED.events();
  }

  @Override
  public Messages messages() {
    return DISABLED.messages();
  }

  @Override
  public Peers peers() {
    return DISABLED.peers();
  }

  @Override
  public Gossip gossip() {
    return DISABLED.gossip();
  }

  @Override
  public Pools pools() {
    return DISABLED.pools();
  }

  @Override
  public Breakers breakers() {
    return DISABLED.breakers();
  }

  @Override
  public Relays relays() {
    return DISABLED.relays();
  }

  @Override
  public <V> Attached<V> attached() {
    return DISABLED.attached();
  }

  @Override
  public Http http() {
    return DISABLED.http();
  }

  @Override
  public Queues queues() {
    return DISABLED.queues();
  }

  @Override
  public void onLeave(Runnable release) {
    DISABLED.onLeave(release);
  }
}
