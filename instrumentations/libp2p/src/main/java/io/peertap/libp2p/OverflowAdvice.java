package io.peertap.libp2p;

import io.peertap.api.DropReason;
import io.peertap.api.Messages;
import io.peertap.api.Telemetry;
import net.bytebuddy.asm.Advice;

/**
 * Streams of a connection wrote more than its muxer holds while the remote side takes nothing: it
 * drops what the stream has waiting there, and resets it. The exception is all that says so.
 */
public final class OverflowAdvice {

  private static final Messages MESSAGES = Telemetry.current().messages();

  private OverflowAdvice() {}

  /** When the library is about to throw it. */
  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void built(@Advice.This Object exception) {
    MESSAGES.dropped("yamux", DropReason.OVERFLOW, null);
  }
}
