package io.peertap.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The numbers behind the vocabulary. Whoever counts asks for a cell once and keeps it; whoever
 * publishes takes a {@link #snapshot()}.
 */
public final class Metrics {

  /** Slots that wait for a snapshot; if more do, there is none to wait for. */
  private static final int MAX_LEAVING = 256;

  private final Map<Family, FamilyCells> families = new HashMap<>();
  private final List<Runnable> harvests = new CopyOnWriteArrayList<>();
  private List<Runnable> preparations = new ArrayList<>(); // Null: they have run.
  private final List<Supplier<List<FamilySnapshot>>> others = new CopyOnWriteArrayList<>();
  private final Set<Family> limited = ConcurrentHashMap.newKeySet();
  private volatile Consumer<Family> limits = family -> {};
  private final Mirrors mirrors;
  private final SelfCount self = new SelfCount();
  private Set<Slot> leaving = new HashSet<>();
  private final Queue<Slot> retiring = new ConcurrentLinkedQueue<>();

  /** All families of the vocabulary, and the mirrors asked for. */
  public Metrics(Mirrors mirrors) {
    this.mirrors = mirrors;
    for (Family family : Vocabulary.all()) {
      families.put(family, new FamilyCells(family, mirrors.publish(family)));
    }
  }

  /** Runs, on any thread, when label values of a family are folded for the first time. */
  public void onLimit(Consumer<Family> listener) {
    limits = listener;
  }

  /** Label values of this family are folded from now on; the first time, the listener hears of it. */
  public void limitReached(Family family) {
    if (limited.add(family)) {
      limits.accept(family);
    }
  }

  /** The counter of one peer's events with these label values. */
  public Counter counter(Family family, Slot slot, String... labels) {
    return (Counter) cells(family).cell(slot, List.of(labels));
  }

  /** The counter of events that belong to no peer: in a mirror they are {@code other}. */
  public Counter counter(Family family, String... labels) {
    return counter(family, Slot.OTHER, labels);
  }

  /** The histogram of one peer's measurements with these label values. */
  public Histogram histogram(Family family, Slot slot, String... labels) {
    return (Histogram) cells(family).cell(slot, List.of(labels));
  }

  /** The histogram of measurements that belong to no peer: in a mirror they are {@code other}. */
  public Histogram histogram(Family family, String... labels) {
    return histogram(family, Slot.OTHER, labels);
  }

  /**
   * Where the values of a gauge come from, or of another family whose counts are kept elsewhere;
   * several sources are summed. A family by peer is asked for only if such series are published.
   */
  public void gauge(Family family, Source source) {
    if (mirrors.keep(family)) {
      cells(family).source(source);
    }
  }

  /**
   * Runs once, before anybody collects: to say where gauges come from. A node that starts has no
   * time for what only a collection needs.
   */
  public synchronized void prepare(Runnable preparation) {
    if (preparations == null) {
      preparation.run();
    } else {
      preparations.add(preparation);
    }
  }

  /** Runs before every snapshot, to bring counts in from where they are written. */
  public void harvest(Runnable harvest) {
    harvests.add(harvest);
  }

  /**
   * Where families come from that are no part of the vocabulary. Of one that has a name of the
   * vocabulary, the vocabulary's counts.
   */
  public void others(Supplier<List<FamilySnapshot>> families) {
    others.add(families);
  }

  /**
   * Takes a slot out of all mirrors, as soon as a snapshot has shown its last events: so increases
   * over a mirror are those of its base family. Its peer must be gone: nothing may write to its
   * cells.
   */
  public void retire(Slot slot) {
    retiring.add(slot);
  }

  /** Takes retired slots out of the mirrors; a snapshot does so too, but nobody may want one. */
  public synchronized void retireSlots() {
    for (Slot slot = retiring.poll(); slot != null; slot = retiring.poll()) {
      leaving.add(slot);
    }
    if (!leaving.isEmpty()) {
      Set<Slot> unshown = new HashSet<>();
      if (leaving.size() <= MAX_LEAVING) {
        for (FamilyCells cells : families.values()) {
          cells.addUnshown(leaving, unshown);
        }
      }
      leaving.removeAll(unshown);
      for (FamilyCells cells : families.values()) {
        cells.retire(leaving);
      }
      leaving = unshown;
    }
  }

  /** Every family that has a series, now. */
  public synchronized Snapshot snapshot() {
    long start = System.nanoTime();
    retireSlots();
    harvest();
    List<FamilySnapshot> all = new ArrayList<>();
    for (FamilyCells cells : families.values()) {
      cells.collect(all, true);
    }
    for (Supplier<List<FamilySnapshot>> other : others) {
      addOthers(other.get(), all);
    }
    all.removeIf(family -> family.points().isEmpty());
    all.addAll(self.of(all, System.nanoTime() - start));
    all.sort(Comparator.comparing(snapshot -> snapshot.family().name()));
    return new Snapshot(all);
  }

  /**
   * These families of the vocabulary alone, for readers within the agent: cheaper, and a peer's last
   * events still wait for a whole snapshot. What a collection says of itself needs a whole one.
   */
  public synchronized Snapshot read(Set<Family> wanted) {
    if (!Collections.disjoint(wanted, SelfCount.FAMILIES)) {
      return snapshot();
    }
    harvest();
    List<FamilySnapshot> some = new ArrayList<>();
    for (FamilyCells cells : families.values()) {
      if (cells.isAny(wanted)) {
        cells.collect(some, false);
      }
    }
    return new Snapshot(some);
  }

  private void harvest() {
    List<Runnable> first = preparations;
    preparations = null;
    if (first != null) {
      first.forEach(Runnable::run);
    }
    for (Runnable harvest : harvests) {
      harvest.run();
    }
  }

  private static void addOthers(List<FamilySnapshot> from, List<FamilySnapshot> into) {
    for (FamilySnapshot snapshot : from) {
      if (!Vocabulary.declares(snapshot.family().name())) {
        into.add(snapshot);
      }
    }
  }

  private FamilyCells cells(Family family) {
    FamilyCells cells = families.get(family);
    if (cells == null) {
      throw new IllegalArgumentException(family + " is not part of the vocabulary");
    }
    return cells;
  }
}
