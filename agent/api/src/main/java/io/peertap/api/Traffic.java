package io.peertap.api;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.LongConsumer;

/**
 * The counters of one connection or stream: plain fields written by one thread, its event loop, and
 * read by the collector with opaque access. Writing takes no lock, looks nothing up and allocates
 * nothing.
 */
public final class Traffic {

  /**
   * Between two messages whose time in the queue is taken; a clock read costs more than a count.
   */
  private static final int SAMPLE = 64;

  private static final VarHandle RECEIVED = field("received");
  private static final VarHandle SENT = field("sent");
  private static final VarHandle QUEUED = field("queued");
  private static final VarHandle QUEUED_BYTES = field("queuedBytes");
  private static final VarHandle DEQUEUED = field("dequeued");

  private final LongConsumer queueWaits;
  private long received;
  private long sent;
  private long queued;
  private long queuedBytes;
  private long dequeued;

  /** How many were queued before the one whose time is taken, or will be. */
  private long sample;

  private long sampledAt;

  /**
   * Counters at zero.
   *
   * @param queueWaits takes sampled times from queued to dequeued, in nanoseconds
   */
  public Traffic(LongConsumer queueWaits) {
    this.queueWaits = queueWaits;
  }

  /** Bytes came from the transport. */
  public void received(long bytes) {
    RECEIVED.setOpaque(this, received + bytes);
  }

  /** The transport took bytes. */
  public void sent(long bytes) {
    SENT.setOpaque(this, sent + bytes);
  }

  /**
   * The same for a library that writes from several threads without a common lock. All bytes of such
   * a connection are told this way: it costs an atomic addition, and does not mix with the other.
   */
  public void sentConcurrently(long bytes) {
    long unused = (long) SENT.getAndAdd(this, bytes);
  }

  /** A message of this size waits to be sent. */
  public void queued(long bytes) {
    long before = queued;
    if (before == sample) {
      sampledAt = System.nanoTime();
    }
    QUEUED_BYTES.setOpaque(this, queuedBytes + bytes);
    QUEUED.setOpaque(this, before + 1);
  }

  /** The oldest message that waited was sent, or failed. */
  public void dequeued() {
    long all = queued;
    long done = dequeued < all ? dequeued + 1 : all; // Others were queued before anybody counted.
    DEQUEUED.setOpaque(this, done);
    if (done == all && queuedBytes != sent) {
      QUEUED_BYTES.setOpaque(this, sent); // What failed, or had no known size, waits no more.
    }
    if (done == sample + 1) {
      sample = (all + SAMPLE - 1) & -SAMPLE;
      queueWaits.accept(System.nanoTime() - sampledAt);
    }
  }

  /** Bytes received so far. */
  public long receivedBytes() {
    return (long) RECEIVED.getOpaque(this);
  }

  /** Bytes sent so far. */
  public long sentBytes() {
    return (long) SENT.getOpaque(this);
  }

  /** Messages that wait now. */
  public long pendingMessages() {
    long done = (long) DEQUEUED.getOpaque(this);
    return Math.max(0, (long) QUEUED.getOpaque(this) - done);
  }

  /** Bytes that wait now; zero when no message does. */
  public long pendingBytes() {
    long out = sentBytes();
    return pendingMessages() == 0 ? 0 : Math.max(0, (long) QUEUED_BYTES.getOpaque(this) - out);
  }

  private static VarHandle field(String name) {
    try {
      return MethodHandles.lookup().findVarHandle(Traffic.class, name, long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
