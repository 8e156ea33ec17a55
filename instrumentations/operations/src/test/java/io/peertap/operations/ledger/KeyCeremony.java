package io.peertap.operations.ledger;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Makes keys that many hold together, and has its say about the records of others. */
final class KeyCeremony {

  final Tally tally = new Tally();
  final AtomicLong seats = new AtomicLong();
  final AtomicLong verified = new AtomicLong();
  final AtomicLong disputed = new AtomicLong();
  final AtomicLong endorsed = new AtomicLong();

  private final Map<String, SettableFuture<String>> open = new ConcurrentHashMap<>();

  ListenableFuture<String> convene(Convocation convocation) {
    tally.begin();
    seats.addAndGet(convocation.seats());
    SettableFuture<String> key = SettableFuture.create();
    open.put(convocation.name(), key);
    return key;
  }

  void conclude(String name, Fate fate) {
    SettableFuture<String> key = open.remove(name);
    tally.end(fate);
    switch (fate) {
      case DONE -> key.set("key of " + name);
      case WITHDRAWN -> key.cancel(false);
      default -> key.setException(fate.trouble());
    }
  }

  /** Counts from its begin, whatever it finds. */
  void verify(boolean sound) {
    verified.incrementAndGet();
    if (!sound) {
      throw new IllegalArgumentException("void");
    }
  }

  /** Counts only if the dispute could be filed. */
  void dispute(boolean registryOpen) {
    if (!registryOpen) {
      throw new IllegalStateException("registry closed");
    }
    disputed.incrementAndGet();
  }

  /** Counts only if it says true. */
  boolean endorse(boolean registryOpen) {
    if (registryOpen) {
      endorsed.incrementAndGet();
    }
    return registryOpen;
  }
}
