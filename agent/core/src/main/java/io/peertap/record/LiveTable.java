package io.peertap.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.StampedLock;

/**
 * Whatever is alive, by its carrier. Each is linked to the next in the same place, because an entry
 * of the JDK's maps would cost a third of a connection. Looking for one takes no lock, but while
 * another is added or removed; nothing here calls anybody while it holds the lock.
 */
final class LiveTable {

  private static final int SMALLEST = 64;

  /** Places read under one lock: whoever connects does not wait for a walk over all. */
  private static final int SLICE = 512;

  private final StampedLock lock = new StampedLock();
  private Live[] places = new Live[SMALLEST];
  private int size;

  /** What is alive of this kind on the carrier, or null. */
  <L extends Live> L find(Object carrier, Class<L> kind) {
    int hash = System.identityHashCode(carrier);
    long stamp = lock.tryOptimisticRead();
    Live found = seek(carrier, hash, kind);
    if (!lock.validate(stamp)) {
      stamp = lock.readLock();
      found = seek(carrier, hash, kind);
      lock.unlockRead(stamp);
    }
    return kind.cast(found);
  }

  /** Adds this, or answers what of its kind is alive on the carrier already. */
  <L extends Live> L add(L fresh, Object carrier, Class<L> kind) {
    long stamp = lock.writeLock();
    try {
      Live known = seek(carrier, fresh.hash, kind);
      if (known != null) {
        return kind.cast(known);
      }
      if (size >= places.length) {
        grow();
      }
      link(fresh, places);
      size++;
      return null;
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  /** Takes this out, if it is there. */
  void remove(Live gone) {
    long stamp = lock.writeLock();
    int place = gone.hash & places.length - 1;
    Live before = null;
    for (Live each = places[place]; each != null; before = each, each = each.next) {
      if (each == gone) {
        if (before == null) {
          places[place] = gone.next;
        } else {
          before.next = gone.next;
        }
        gone.next = null; // It may outlive its connection, and must not keep others.
        size--;
        break;
      }
    }
    lock.unlockWrite(stamp);
  }

  /** Those that were alive all the while, and maybe some that began or ended meanwhile. */
  List<Live> all() {
    List<Live> all = new ArrayList<>(size());
    Live[] walked = null;
    for (int from = 0; walked == null || from < walked.length; from += SLICE) {
      long stamp = lock.readLock();
      try {
        if (walked != places) { // The first slice, or what was walked is not valid any more.
          walked = places;
          all.clear();
          from = 0;
        }
        for (int place = from; place < Math.min(from + SLICE, walked.length); place++) {
          for (Live each = walked[place]; each != null; each = each.next) {
            all.add(each);
          }
        }
      } finally {
        lock.unlockRead(stamp);
      }
    }
    return all;
  }

  int size() {
    long stamp = lock.readLock();
    int now = size;
    lock.unlockRead(stamp);
    return now;
  }

  void clear() {
    long stamp = lock.writeLock();
    places = new Live[SMALLEST];
    size = 0;
    lock.unlockWrite(stamp);
  }

  private Live seek(Object carrier, int hash, Class<? extends Live> kind) {
    Live[] now = places;
    Live each = now[hash & now.length - 1];
    while (each != null && !(each.hash == hash && kind.isInstance(each) && each.get() == carrier)) {
      each = each.next;
    }
    return each;
  }

  private void grow() {
    Live[] more = new Live[places.length * 2];
    for (Live first : places) {
      Live each = first;
      while (each != null) {
        Live following = each.next;
        link(each, more);
        each = following;
      }
    }
    places = more;
  }

  private static void link(Live live, Live[] into) {
    int place = live.hash & into.length - 1;
    live.next = into[place];
    into[place] = live;
  }
}
