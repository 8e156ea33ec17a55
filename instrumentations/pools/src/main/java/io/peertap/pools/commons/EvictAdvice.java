package io.peertap.pools.commons;

import net.bytebuddy.asm.Advice;

/** The pool's own policy looks at something idle. */
public final class EvictAdvice {

  private EvictAdvice() {}

  /** Whether it has been idle for too long. */
  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void evict(@Advice.Return boolean hasExpired, @Advice.Argument(1) Object pooled) {
    if (hasExpired) {
      Lending.expired(pooled);
    }
  }
}
