package io.peertap.record;

import java.lang.ref.WeakReference;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/**
 * The threads that call operations.
 *
 * <p>What a thread keeps for us is of JDK types only, and holds nothing: an application's threads
 * outlive the agent and must not hold its class loader. Here callers are held, until their threads
 * end. The caller of a virtual thread is held by the calls on its stack alone.
 */
final class Callers {

  @SuppressWarnings("ThreadLocalUsage") // Of one agent, to be collected with it.
  private final ThreadLocal<WeakReference<Caller>> local = new ThreadLocal<>();

  private final ConcurrentMap<Caller, Caller> all = new ConcurrentHashMap<>();
  private volatile boolean released;

  /** The caller of this thread; null once the agent has left. */
  Caller current() {
    if (released) {
      return null;
    }
    WeakReference<Caller> known = local.get();
    Caller caller = known == null ? null : known.get();
    return caller == null ? enlist() : caller;
  }

  void forEach(Consumer<Frame> action) {
    for (Caller caller : all.values()) {
      caller.forEach(action);
    }
  }

  /** Lets go of threads that have ended, and keeps what they counted. */
  void sweep() {
    Iterator<Caller> each = all.values().iterator();
    while (each.hasNext()) {
      Caller caller = each.next();
      if (caller.over()) {
        each.remove();
        caller.forEach(Frame::fold);
      }
    }
  }

  int size() {
    return all.size();
  }

  void release() {
    released = true;
    all.clear();
  }

  private Caller enlist() {
    Caller fresh = new Caller(Thread.currentThread());
    Caller known = fresh.virtual() ? null : all.putIfAbsent(fresh, fresh);
    Caller caller = known == null ? fresh : known;
    local.set(new WeakReference<>(caller));
    return caller;
  }
}
