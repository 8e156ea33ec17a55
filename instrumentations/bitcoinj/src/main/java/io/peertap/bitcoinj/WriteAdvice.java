package io.peertap.bitcoinj;

import net.bytebuddy.asm.Advice;

/** A message is handed to a socket. Which bytes it took is told when it has them all. */
public final class WriteAdvice {

  private WriteAdvice() {}

  /** It waits, or was written. */
  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void writeBytes(
      @Advice.Return Object future,
      @Advice.This Object target,
      @Advice.Argument(0) byte[] message) {
    Link link = Links.of(target);
    if (link != null) {
      link.sends(message);
      Followed.write(future, link, message.length);
    }
  }
}
