package io.peertap.libp2p;

import identify.pb.IdentifyOuterClass.IdentifyOrBuilder;
import io.libp2p.core.Stream;
import io.libp2p.protocol.autonat.pb.Autonat;
import io.libp2p.protocol.circuit.pb.Circuit.HopMessageOrBuilder;
import net.bytebuddy.asm.Advice;

/** Something is written to a stream; it may be what a peer has asked this node for. */
public final class AnswerAdvice {

  private AnswerAdvice() {}

  /** Before it leaves. */
  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void writeAndFlush(@Advice.This Stream stream, @Advice.Argument(0) Object message) {
    if (message instanceof HopMessageOrBuilder hop) {
      Reservations.answered(stream.getConnection(), hop);
    } else if (message instanceof IdentifyOrBuilder identify && !stream.isInitiator()) {
      IdentifyAdvice.telling(identify);
    } else if (message instanceof Autonat.MessageOrBuilder dialBack) {
      AutonatAdvice.answering(dialBack);
    }
  }
}
