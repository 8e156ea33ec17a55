package io.peertap.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The same as {@link Sums} for a family by peer, which has many series: they stand in a table of
 * their own, because an entry of the JDK's costs more than a series.
 */
final class MirrorSums {

  private static final int SMALLEST = 8;

  private final Family family;
  private final Map<List<String>, PeerLabels.Others> others = new HashMap<>();

  /** Each at the place that its labels ask for, or the next that was free; a quarter is free. */
  private Sum[] table = new Sum[SMALLEST];

  private int size;
  private Sum[] ordered = {};

  MirrorSums(Family family) {
    this.family = family;
  }

  /**
   * The series of one peer.
   *
   * @param values of the labels after the peer; the caller may use the list again
   */
  Sum sum(Slot slot, List<String> values) {
    PeerLabels.Others rest = others.get(values);
    if (rest == null) {
      rest = new PeerLabels.Others(family.labels(), values);
      others.put(List.copyOf(values), rest);
    }
    int at = first(PeerLabels.hash(slot, rest));
    while (table[at] != null) {
      if (labels(at).are(slot, rest)) {
        return table[at];
      }
      at = next(at);
    }
    Sum sum = new Sum(new PeerLabels(slot, rest), family);
    table[at] = sum;
    size++;
    if (size > table.length / 4 * 3) {
      rebuild(all(), table.length * 2);
    }
    return sum;
  }

  /** The series added since the last call, ordered by labels. */
  FamilySnapshot take() {
    boolean gone = anyGone();
    if (gone) {
      List<Sum> left = all();
      left.removeIf(sum -> !sum.added());
      rebuild(left, SMALLEST);
    }
    if (gone || size != ordered.length) {
      ordered = Sum.order(all());
    }
    return Sum.take(family, ordered);
  }

  private boolean anyGone() {
    for (Sum sum : table) {
      if (sum != null && !sum.added()) {
        return true;
      }
    }
    return false;
  }

  private List<Sum> all() {
    List<Sum> all = new ArrayList<>(size);
    for (Sum sum : table) {
      if (sum != null) {
        all.add(sum);
      }
    }
    return all;
  }

  private void rebuild(List<Sum> sums, int atLeast) {
    int length = atLeast;
    while (sums.size() > length / 4 * 3) {
      length *= 2;
    }
    table = new Sum[length];
    size = sums.size();
    for (Sum sum : sums) {
      int at = first(((PeerLabels) sum.labels()).hash());
      while (table[at] != null) {
        at = next(at);
      }
      table[at] = sum;
    }
  }

  private PeerLabels labels(int at) {
    return (PeerLabels) table[at].labels();
  }

  private int first(int hash) {
    return (hash ^ hash >>> 16) & table.length - 1;
  }

  private int next(int at) {
    return at + 1 & table.length - 1;
  }
}
