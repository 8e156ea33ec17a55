package io.peertap.metric;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The cells, or the source, behind one base family and its mirror. */
final class FamilyCells {

  /**
   * Compares by hand: the methods that records generate leave their class in a cache of the JDK 17,
   * and with it the loader of an agent that has left.
   */
  private record Key(Slot slot, List<String> values) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && slot == that.slot && values.equals(that.values);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(slot) + values.hashCode();
    }
  }

  private final Family family;
  private final ConcurrentMap<Key, Cell> cells = new ConcurrentHashMap<>();
  private final List<Source> sources = new ArrayList<>();
  private final Sums base;
  private final Sums mirror;
  private final int[] mirrored;

  FamilyCells(Family family, boolean publishMirror) {
    this.family = family;
    this.base = new Sums(family);
    this.mirror = publishMirror ? new Sums(family.mirror()) : null;
    this.mirrored = publishMirror ? positions(family) : new int[0];
  }

  Cell cell(Slot slot, List<String> values) {
    Key key = new Key(slot, values);
    Cell cell = cells.get(key);
    return cell == null ? cells.computeIfAbsent(key, this::create) : cell;
  }

  void source(Source source) {
    synchronized (sources) {
      sources.add(source);
    }
  }

  /** Adds those of these slots whose last events no mirror has shown yet. */
  void addUnshown(Set<Slot> slots, Set<Slot> into) {
    if (mirror != null) {
      for (Cell cell : cells.values()) {
        if (slots.contains(cell.slot()) && !cell.shown()) {
          into.add(cell.slot());
        }
      }
    }
  }

  /** Moves these slots' counts out of the mirror; nothing may write to their cells any more. */
  void retire(Set<Slot> slots) {
    Iterator<Cell> all = cells.values().iterator();
    while (all.hasNext()) {
      Cell cell = all.next();
      if (slots.contains(cell.slot())) {
        all.remove();
        absorb(cell(Slot.RETIRED, cell.values()), cell);
      }
    }
  }

  /** Whether it holds one of these, or a mirror of one. */
  boolean isAny(Set<Family> wanted) {
    return wanted.contains(family) || (family.mirror() != null && wanted.contains(family.mirror()));
  }

  /**
   * Adds the family and its mirror as they stand.
   *
   * @param shows whether those who look at mirrors see this: a slot's last events wait for them
   */
  void collect(List<FamilySnapshot> into, boolean shows) {
    for (List<String> values : family.zeros()) {
      base.add(values, 0);
    }
    for (Cell cell : cells.values()) {
      addCell(cell, shows);
    }
    collectSources();
    into.add(base.take());
    if (mirror != null) {
      into.add(mirror.take());
    }
  }

  private Cell create(Key key) {
    return family.type() == Type.HISTOGRAM
        ? new Histogram(key.slot(), key.values(), family.buckets(key.values()))
        : new Counter(key.slot(), key.values());
  }

  private static void absorb(Cell into, Cell from) {
    if (into instanceof Histogram histogram) {
      histogram.absorb((Histogram) from);
    } else {
      ((Counter) into).add(((Counter) from).get());
    }
  }

  private void addCell(Cell cell, boolean shows) {
    if (!cell.joined()) {
      boolean mirrors = mirror != null && cell.slot() != Slot.RETIRED;
      cell.join(
          base.sum(cell.values()),
          mirrors ? mirror.sum(mirrorValues(cell.slot(), cell.values())) : null);
    }
    cell.addUp(shows);
  }

  private void collectSources() {
    List<Source> all;
    synchronized (sources) {
      all = List.copyOf(sources);
    }
    for (Source source : all) {
      source.collect(new FamilySink());
    }
  }

  private List<String> mirrorValues(Slot slot, List<String> values) {
    List<String> of = new ArrayList<>(mirrored.length + 1);
    of.add(slot.label());
    for (int position : mirrored) {
      of.add(values.get(position));
    }
    return of;
  }

  private static int[] positions(Family family) {
    List<String> names = family.mirror().labels();
    int[] positions = new int[names.size() - 1];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = family.labels().indexOf(names.get(i + 1));
    }
    return positions;
  }

  /** Adds a source's values to both families. */
  private final class FamilySink implements Source.Sink {
    @Override
    public void add(double value, String... labels) {
      base.add(List.of(labels), value);
    }

    @Override
    public void add(long[] counts, double sum, String... labels) {
      base.add(List.of(labels), counts, sum);
    }

    @Override
    public void add(Slot slot, double value, String... labels) {
      base.add(List.of(labels), value);
      mirror(slot, value, labels);
    }

    @Override
    public void mirror(Slot slot, double value, String... labels) {
      if (mirror != null) {
        mirror.add(mirrorValues(slot, List.of(labels)), value);
      }
    }
  }
}
