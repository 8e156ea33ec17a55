package io.peertap.testapp;

import io.peertap.testapp.dkg.Keys;
import io.scalecube.cluster.transport.api.Transport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A node in this JVM: joins, leaves and returns under one name, and keeps its keys and books. */
final class Node implements Peer {

  private final NodeId id;
  private final int port;
  private final List<String> seeds;
  private final Settings settings;
  private final Optional<Path> truthDirectory;
  private final Consumer<String> out;
  private final Truth truth;
  private final Keys keys = new Keys();

  private Stay stay;
  private CompletableFuture<Void> left = CompletableFuture.completedFuture(null);
  private CompletableFuture<Integer> ended;

  Node(
      NodeId id,
      int port,
      List<String> seeds,
      Settings settings,
      Optional<Path> truthDirectory,
      Consumer<String> out) {
    this.id = id;
    this.port = port;
    this.seeds = seeds;
    this.settings = settings;
    this.truthDirectory = truthDirectory;
    this.out = out;
    this.truth = new Truth(id);
  }

  @Override
  public synchronized void join() {
    if (ended != null || stay != null) {
      return;
    }
    left.join();
    if (truth.leaves.get() > 0) {
      truth.returns.incrementAndGet();
    }
    stay = Stay.begin(id, port, seeds, settings, keys, truth, out);
    truth.joined(stay.address());
    out.accept("joined as " + stay.address());
  }

  @Override
  public synchronized void leave() {
    if (stay != null) {
      truth.leaves.incrementAndGet();
      out.accept("leaves");
      depart();
    }
  }

  private void depart() {
    left = CompletableFuture.allOf(left, stay.end());
    stay = null;
  }

  @Override
  public synchronized CompletableFuture<Void> rest() {
    return stay == null ? left : stay.rest();
  }

  @Override
  public synchronized CompletableFuture<Void> note() {
    Stay current = stay;
    return CompletableFuture.runAsync(
        () -> note(current), task -> new Thread(task, "note").start());
  }

  private void note(Stay current) {
    try {
      if (current != null) {
        current.awaitSilence();
      }
      truthDirectory.ifPresent(truth::writeTo);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized CompletableFuture<Integer> end() {
    if (ended == null) {
      if (stay != null) {
        depart();
      }
      ended = left.thenApply(gone -> report());
    }
    return ended;
  }

  private int report() {
    truthDirectory.ifPresent(truth::writeTo);
    out.accept(truth.summary());
    return 0;
  }

  synchronized String address() {
    return stay.address();
  }

  synchronized int otherMembers() {
    return stay == null ? 0 : stay.otherMembers();
  }

  synchronized Transport transport() {
    return stay.transport();
  }

  Truth truth() {
    return truth;
  }
}
