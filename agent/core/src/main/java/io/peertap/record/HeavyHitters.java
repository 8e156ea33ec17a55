package io.peertap.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who moved most, among more names than can be kept: the Space-Saving algorithm of Metwally, Agrawal
 * and El Abbadi. A name that is not kept takes the place of the lightest one, and inherits its count
 * as a possible error. Whoever moved more than the total divided by the capacity is kept, however
 * many others come and go.
 *
 * <p>The kept names form a heap with the lightest on top. Unlike the libraries' sketches this one
 * forgets, by halving, and lets names go that need no counting any more.
 */
final class HeavyHitters {

  private final int capacity;
  private final Map<String, Hitter> hitters = new HashMap<>();
  private final List<Hitter> heap = new ArrayList<>();

  HeavyHitters(int capacity) {
    this.capacity = capacity;
  }

  /** This name moved so much; it is there. */
  void offer(String name, long weight) {
    add(name, weight).fresh = true;
  }

  /** This name had moved so much when it was last counted elsewhere; it is gone. */
  void remember(String name, long weight) {
    add(name, weight);
  }

  /** What this name moved at least; zero if it is not kept. */
  long least(String name) {
    Hitter hitter = hitters.get(name);
    return hitter == null ? 0 : hitter.least();
  }

  /** Stops counting this name, and gives its place to others. */
  void remove(String name) {
    Hitter hitter = hitters.remove(name);
    if (hitter != null) {
      Hitter last = heap.remove(heap.size() - 1);
      if (last != hitter) {
        place(last, hitter.index);
        up(last);
        down(last);
      }
    }
  }

  /** Names offered since the last call that certainly moved something, the heaviest first. */
  List<String> takeFresh() {
    List<Hitter> fresh = new ArrayList<>();
    for (Hitter hitter : heap) {
      if (hitter.fresh && hitter.least() > 0) {
        fresh.add(hitter);
      }
      hitter.fresh = false;
    }
    fresh.sort(Comparator.comparingLong(Hitter::least).reversed());
    List<String> names = new ArrayList<>(fresh.size());
    for (Hitter hitter : fresh) {
      names.add(hitter.name);
    }
    return names;
  }

  /** Halves all weights this many times; the order stays. */
  void halve(int times) {
    for (Hitter hitter : heap) {
      hitter.count >>= times;
      hitter.error >>= times;
    }
  }

  int size() {
    return heap.size();
  }

  private Hitter add(String name, long weight) {
    Hitter hitter = hitters.get(name);
    if (hitter == null) {
      hitter = heap.size() < capacity ? append(name) : replaceLightest(name);
      hitters.put(name, hitter);
    }
    hitter.count += weight;
    down(hitter);
    return hitter;
  }

  private Hitter append(String name) {
    Hitter hitter = new Hitter(name);
    heap.add(hitter);
    place(hitter, heap.size() - 1);
    up(hitter);
    return hitter;
  }

  private Hitter replaceLightest(String name) {
    Hitter lightest = heap.get(0);
    hitters.remove(lightest.name);
    Hitter hitter = new Hitter(name);
    hitter.count = lightest.count;
    hitter.error = lightest.count;
    place(hitter, 0);
    return hitter;
  }

  private void up(Hitter hitter) {
    while (hitter.index > 0 && heap.get((hitter.index - 1) / 2).count > hitter.count) {
      swap(hitter, heap.get((hitter.index - 1) / 2));
    }
  }

  private void down(Hitter hitter) {
    Hitter child = lighterChild(hitter);
    while (child != null && child.count < hitter.count) {
      swap(hitter, child);
      child = lighterChild(hitter);
    }
  }

  private Hitter lighterChild(Hitter hitter) {
    int left = 2 * hitter.index + 1;
    if (left >= heap.size()) {
      return null;
    }
    boolean both = left + 1 < heap.size();
    return both && heap.get(left + 1).count < heap.get(left).count
        ? heap.get(left + 1)
        : heap.get(left);
  }

  private void swap(Hitter one, Hitter other) {
    int index = one.index;
    place(one, other.index);
    place(other, index);
  }

  private void place(Hitter hitter, int index) {
    heap.set(index, hitter);
    hitter.index = index;
  }

  /** One name, what it moved at most, and how much of that may have been others'. */
  private static final class Hitter {
    private final String name;
    private long count;
    private long error;
    private int index;
    private boolean fresh;

    Hitter(String name) {
      this.name = name;
    }

    long least() {
      return count - error;
    }
  }
}
