package io.peertap.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The numbers behind the vocabulary. Whoever counts asks for a cell once and keeps it; whoever
 * publishes takes a {@link #snapshot()}.
 */
public final class Metrics {

  private final Map<Family, FamilyCells> families = new HashMap<>();
  private final List<Runnable> harvests = new CopyOnWriteArrayList<>();
  private final SelfCount self = new SelfCount();
  private final Queue<Slot> retiring = new ConcurrentLinkedQueue<>();

  /** All families of the vocabulary, and the mirrors asked for. */
  public Metrics(Mirrors mirrors) {
    for (Family family : Vocabulary.all()) {
      families.put(family, new FamilyCells(family, mirrors.publish(family)));
    }
  }

  /** The counter of one peer's events with these label values. */
  public Counter counter(Family family, Slot slot, String... labels) {
    return (Counter) cells(family).cell(slot, List.of(labels));
  }

  /** The counter of events that belong to no peer. */
  public Counter counter(Family family, String... labels) {
    return counter(family, Slot.RETIRED, labels);
  }

  /** The histogram of one peer's measurements with these label values. */
  public Histogram histogram(Family family, Slot slot, String... labels) {
    return (Histogram) cells(family).cell(slot, List.of(labels));
  }

  /** The histogram of measurements that belong to no peer. */
  public Histogram histogram(Family family, String... labels) {
    return histogram(family, Slot.RETIRED, labels);
  }

  /**
   * Where the values of a gauge come from, or of another family whose counts are kept elsewhere;
   * several sources are summed.
   */
  public void gauge(Family family, Source source) {
    cells(family).source(source);
  }

  /** Runs before every snapshot, to bring counts in from where they are written. */
  public void harvest(Runnable harvest) {
    harvests.add(harvest);
  }

  /**
   * Takes a slot out of all mirrors, before the next snapshot is taken. Its peer must be gone:
   * nothing may write to its cells.
   */
  public void retire(Slot slot) {
    retiring.add(slot);
  }

  /** Takes retired slots out of the mirrors; a snapshot does so too, but nobody may want one. */
  public synchronized void retireSlots() {
    Set<Slot> slots = new HashSet<>();
    for (Slot slot = retiring.poll(); slot != null; slot = retiring.poll()) {
      slots.add(slot);
    }
    if (!slots.isEmpty()) {
      for (FamilyCells cells : families.values()) {
        cells.retire(slots);
      }
    }
  }

  /** Every family that has a series, now. */
  public synchronized Snapshot snapshot() {
    long start = System.nanoTime();
    retireSlots();
    for (Runnable harvest : harvests) {
      harvest.run();
    }
    List<FamilySnapshot> all = new ArrayList<>();
    for (FamilyCells cells : families.values()) {
      cells.collect(all);
    }
    all.removeIf(family -> family.points().isEmpty());
    all.addAll(self.of(all, System.nanoTime() - start));
    all.sort(Comparator.comparing(snapshot -> snapshot.family().name()));
    return new Snapshot(all);
  }

  private FamilyCells cells(Family family) {
    FamilyCells cells = families.get(family);
    if (cells == null) {
      throw new IllegalArgumentException(family + " is not part of the vocabulary");
    }
    return cells;
  }
}
