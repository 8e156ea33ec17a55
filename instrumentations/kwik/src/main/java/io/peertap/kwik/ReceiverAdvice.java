package io.peertap.kwik;

import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import net.bytebuddy.asm.Advice;
import tech.kwik.core.receive.RawPacket;

/** A datagram is taken from a socket's queue, by the one thread that does so. */
public final class ReceiverAdvice {

  private ReceiverAdvice() {}

  /** There may be none. */
  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void get(
      @Advice.Return RawPacket datagram, @Advice.FieldValue("socket") DatagramSocket socket) {
    if (datagram != null) {
      Taps.endpoint(socket)
          .received(
              new InetSocketAddress(datagram.getAddress(), datagram.getPort()),
              datagram.getLength());
    }
  }
}
