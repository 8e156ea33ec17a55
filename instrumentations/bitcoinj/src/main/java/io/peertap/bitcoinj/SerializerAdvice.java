package io.peertap.bitcoinj;

import net.bytebuddy.asm.Advice;
import org.bitcoinj.core.BitcoinSerializer.BitcoinPacketHeader;

/** A payload became a message; one that is not all there yet is tried again. */
public final class SerializerAdvice {

  /** Magic bytes, command, length, checksum. */
  private static final int HEADER = 24;

  private SerializerAdvice() {}

  /** Before the peer handles it. */
  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void deserializePayload(@Advice.Argument(0) BitcoinPacketHeader header) {
    Link link = Reading.now();
    if (link != null) {
      link.received(header.command, HEADER + header.size);
    }
  }
}
