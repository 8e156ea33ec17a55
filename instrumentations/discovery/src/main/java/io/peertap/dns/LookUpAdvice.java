package io.peertap.dns;

import io.netty.util.concurrent.Future;
import net.bytebuddy.asm.Advice;

/** A name server is going to be asked, with each of the search domains if need be. */
public final class LookUpAdvice {

  private LookUpAdvice() {}

  /** Before the first question is sent. */
  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void resolve(@Advice.Argument(0) Future<?> answer) {
    LookUp.begin(answer);
  }
}
