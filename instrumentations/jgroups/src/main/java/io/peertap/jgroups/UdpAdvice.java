package io.peertap.jgroups;

import io.peertap.api.Endpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import net.bytebuddy.asm.Advice;
import org.jgroups.Address;
import org.jgroups.protocols.UDP;

/** Datagrams, whole: what their senders wrote and their receivers got. */
final class UdpAdvice {

  private UdpAdvice() {}

  /** The sockets are open. */
  public static final class Open {
    private Open() {}

    /** Before anything comes. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void createSockets(@Advice.This Object udp) {
      Datagrams.of(udp);
    }
  }

  /** A datagram was sent, to a member or to the group. */
  public static final class Send {
    private Send() {}

    /** Once the kernel has it. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void send(
        @Advice.This Object udp,
        @Advice.Argument(0) InetAddress host,
        @Advice.Argument(1) int port,
        @Advice.Argument(4) int length,
        @Advice.FieldValue("sock") Object socket) {
      if (socket != null) {
        Datagrams.of(udp).sent(new InetSocketAddress(host, port), length);
      }
    }
  }

  /** A transport got something whole; only UDP's are datagrams. */
  public static final class Receive {
    private Receive() {}

    /** Before it is taken apart. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void receive(
        @Advice.This Object transport,
        @Advice.Argument(0) Address sender,
        @Advice.Argument(3) int length) {
      Endpoint endpoint = transport instanceof UDP ? Datagrams.existing(transport) : null;
      if (endpoint != null) {
        endpoint.received(Links.remote(sender), length);
      }
    }
  }

  /** The sockets are closed. */
  public static final class Close {
    private Close() {}

    /** After the last datagram. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void destroySockets(@Advice.This Object udp) {
      Datagrams.closed(udp);
    }
  }
}
