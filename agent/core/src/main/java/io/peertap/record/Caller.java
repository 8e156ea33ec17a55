package io.peertap.record;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * What one thread is inside of, by the index of the operation. Equal to any other of the same
 * thread, so that one that lost its thread locals finds its own again.
 *
 * <p>A virtual thread's counts nothing of its own and may be dropped between any two calls.
 */
final class Caller extends WeakReference<Thread> {

  private static final Frame[] NONE = {};

  private final int hash;
  private final boolean virtual;
  private volatile Frame[] frames = NONE;
  private boolean[] inside = {};

  Caller(Thread thread) {
    super(thread);
    this.hash = System.identityHashCode(thread);
    this.virtual = VirtualThreads.isVirtual(thread);
  }

  boolean virtual() {
    return virtual;
  }

  /** The thread has ended, or nobody knows it any more. */
  boolean over() {
    Thread thread = get();
    return thread == null || !thread.isAlive();
  }

  Frame frame(OperationRecord operation) {
    Frame[] known = frames;
    int index = operation.index();
    return index < known.length && known[index] != null ? known[index] : add(operation);
  }

  /** Goes into what has no frame; false if the thread is inside already. */
  boolean enter(int index) {
    if (index >= inside.length) {
      inside = Arrays.copyOf(inside, index + 1);
    }
    boolean free = !inside[index];
    inside[index] = true;
    return free;
  }

  void leave(int index) {
    inside[index] = false;
  }

  void forEach(Consumer<Frame> action) {
    for (Frame frame : frames) {
      if (frame != null) {
        action.accept(frame);
      }
    }
  }

  private Frame add(OperationRecord operation) {
    int index = operation.index();
    Frame[] more = Arrays.copyOf(frames, Math.max(frames.length, index + 1));
    more[index] = new Frame(operation, this);
    frames = more;
    return more[index];
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Caller that && get() != null && get() == that.get());
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
