package io.peertap.testapp.agent.drivers;

import io.libp2p.core.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Hosts of libp2p: some gossip around a ring, which takes messages several hops and back; two meet
 * through a third, again and again.
 */
final class Libp2p implements Driver {

  private static final int GOSSIPERS = 4;
  private static final long PUBLISH_MILLIS = 100;
  private static final long CIRCUIT_MILLIS = 1000;

  private final List<Gossiper> gossipers = new ArrayList<>();
  private final List<Relayed> relayed = new ArrayList<>();
  private final ScheduledExecutorService rhythm = Executors.newSingleThreadScheduledExecutor();
  private Connection circuit;

  @Override
  public void begin() throws Exception {
    for (int i = 0; i < GOSSIPERS; i++) {
      gossipers.add(new Gossiper(i, GOSSIPERS - 1));
    }
    for (int i = 0; i < GOSSIPERS; i++) {
      gossipers.get(i).connect(gossipers.get((i + 1) % GOSSIPERS));
    }
    for (int i = 0; i < 3; i++) {
      relayed.add(new Relayed());
    }
    relayed.get(1).listenThrough(relayed.get(0));
    meet();
    every(PUBLISH_MILLIS, () -> gossipers.forEach(Gossiper::publish));
    for (Gossiper gossiper : gossipers) {
      gossiper.awaitAll();
    }
    every(CIRCUIT_MILLIS, this::meet);
  }

  /** A new circuit instead of the one before: the library's relay carries 4 KiB through each. */
  private void meet() throws Exception {
    if (circuit != null) {
      Hosted.get(circuit.close());
    }
    circuit = relayed.get(2).connect(relayed.get(1), relayed.get(0));
  }

  private void every(long millis, Act act) {
    Runnable quietly = () -> {
      try {
        act.run();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
    var unused = rhythm.scheduleWithFixedDelay(quietly, millis, millis, TimeUnit.MILLISECONDS);
  }

  private interface Act {
    void run() throws Exception;
  }

  @Override
  public void close() {
    rhythm.shutdownNow();
    gossipers.forEach(Gossiper::close);
    relayed.forEach(Relayed::close);
  }
}
