package io.peertap.discv5;

import net.bytebuddy.asm.Advice;

/** The table of known nodes; its methods hold its lock. */
final class BucketsAdvice {

  private BucketsAdvice() {}

  /** A node told of itself, or another one told of it. */
  public static final class Offer {
    private Offer() {}

    /** It may be known. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void offer(@Advice.Argument(0) Object node) {
      Buckets.offered(node);
    }
  }

  /** The table is looked after, every second. */
  public static final class Maintenance {
    private Maintenance() {}

    /** On a thread that may read it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void maintain(@Advice.This Object table) {
      Buckets.counted(table);
    }
  }
}
