package io.peertap.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The cells, or the source, behind one base family and its mirror; or one that stands by peer itself. */
final class FamilyCells {

  private final Family family;
  private final ConcurrentMap<CellKey, Cell> cells = new ConcurrentHashMap<>();

  /** By label values. */
  private final ConcurrentMap<List<String>, Cell.Kind> kinds = new ConcurrentHashMap<>();

  /** Label values that a source tells, one series after the other; for the collector alone. */
  private final List<String> told = new ArrayList<>();

  /** Those of the mirror's series, without the peer. */
  private final List<String> sought = new ArrayList<>();

  private final List<Source> sources = new ArrayList<>();
  private final Sums base;

  /** Null if there is none; of a family that stands by peer itself all that it has. */
  private final MirrorSums mirror;

  private final int[] mirrored;

  FamilyCells(Family family, boolean publishMirror) {
    this.family = family;
    this.base = new Sums(family);
    Family split = family.byPeer() ? family : publishMirror ? family.mirror() : null;
    this.mirror = split == null ? null : new MirrorSums(split);
    this.mirrored = split == null ? new int[0] : positions(family, split);
  }

  Cell cell(Slot slot, List<String> values) {
    Cell cell = cells.get(new CellKey.Sought(slot, values));
    return cell == null ? add(create(slot, values)) : cell;
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
    if (!family.byPeer()) {
      into.add(base.take());
    }
    if (mirror != null) {
      into.add(mirror.take());
    }
  }

  private Cell add(Cell fresh) {
    Cell faster = cells.putIfAbsent(fresh, fresh);
    return faster == null ? fresh : faster;
  }

  private Cell create(Slot slot, List<String> values) {
    Cell.Kind kind = kinds.computeIfAbsent(values, Cell.Kind::new);
    return family.type() == Type.HISTOGRAM
        ? new Histogram(slot, kind, family.buckets(values))
        : new Counter(slot, kind);
  }

  private static void absorb(Cell into, Cell from) {
    if (into instanceof Histogram histogram) {
      histogram.absorb((Histogram) from);
    } else {
      ((Counter) into).add(((Counter) from).get());
    }
  }

  private void addCell(Cell cell, boolean shows) {
    if (!cell.kind().joined()) {
      cell.kind().join(base.sum(cell.values()));
    }
    if (mirror != null && !cell.mirrored() && cell.slot() != Slot.RETIRED) {
      cell.mirrored(mirror.sum(cell.slot(), mirrorValues(cell.values())));
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

  /** Good until it is called again. */
  private List<String> told(String... labels) {
    told.clear();
    Collections.addAll(told, labels);
    return told;
  }

  /** Good until it is called again. */
  private List<String> mirrorValues(List<String> values) {
    sought.clear();
    for (int position : mirrored) {
      sought.add(values.get(position));
    }
    return sought;
  }

  private static int[] positions(Family family, Family split) {
    List<String> told =
        family.byPeer() ? family.labels().subList(1, family.labels().size()) : family.labels();
    List<String> names = split.labels();
    int[] positions = new int[names.size() - 1];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = told.indexOf(names.get(i + 1));
    }
    return positions;
  }

  /** Adds a source's values to both families. */
  private final class FamilySink implements Source.Sink {
    @Override
    public void add(double value, String... labels) {
      base.add(told(labels), value);
    }

    @Override
    public void add(long[] counts, double sum, String... labels) {
      base.add(told(labels), counts, sum);
    }

    @Override
    public void add(Slot slot, double value, String... labels) {
      base.add(told(labels), value);
      mirror(slot, value, labels);
    }

    @Override
    public void mirror(Slot slot, double value, String... labels) {
      if (mirror != null) {
        mirror.sum(slot, mirrorValues(told(labels))).add(value);
      }
    }
  }
}
