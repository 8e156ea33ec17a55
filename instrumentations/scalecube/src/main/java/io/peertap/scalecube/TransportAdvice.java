package io.peertap.scalecube;

import io.scalecube.cluster.transport.api.Message;
import net.bytebuddy.asm.Advice;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;

/** Where a member listens and dials, and what it sends where. */
final class TransportAdvice {

  private TransportAdvice() {}

  /** The transport listens. */
  public static final class Listening {
    private Listening() {}

    /** Before the application knows the address. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void init(@Advice.Argument(0) DisposableServer server) {
      Links.listens(server.channel());
    }
  }

  /** A connection to an address is up. */
  public static final class Dialled {
    private Dialled() {}

    /** Before anything is sent there. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void connect(@Advice.Argument(1) Connection connection) {
      Links.speaks(connection.channel());
    }
  }

  /** A message is to go to an address. */
  public static final class Sent {
    private Sent() {}

    /** Before it is encoded, which knows no address. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void send(
        @Advice.Argument(0) Object address, @Advice.Argument(1) Message message) {
      Messaging.addressed(message, address.toString());
    }
  }

  /** A request is to go to an address; it is sent like any message. */
  public static final class Requested {
    private Requested() {}

    /** Before it is sent. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void requestResponse(
        @Advice.This Object transport,
        @Advice.Argument(0) Object address,
        @Advice.Argument(1) Message request) {
      Requests.begin(transport, address.toString(), request);
    }
  }
}
