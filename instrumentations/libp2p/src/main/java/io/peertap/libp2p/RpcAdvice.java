package io.peertap.libp2p;

import io.libp2p.etc.util.P2PService.PeerHandler;
import io.netty.channel.ChannelHandlerContext;
import io.peertap.api.DropReason;
import io.peertap.api.MessageFault;
import io.peertap.api.Messages;
import io.peertap.api.Telemetry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import pubsub.pb.Rpc;

/** Routers talk to routers. */
final class RpcAdvice {

  private static final String QUEUE = "gossip";
  private static final Messages MESSAGES = Telemetry.current().messages();

  private RpcAdvice() {}

  /** Something leaves. */
  public static final class Sent {
    private Sent() {}

    /** With the future of its being written. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void send(
        @Advice.Return CompletableFuture<?> written,
        @Advice.This Object router,
        @Advice.Argument(0) PeerHandler peer,
        @Advice.Argument(1) Rpc.RPC rpc) {
      String name = Names.of(peer.getPeerId());
      Ends.of(written, (done, failure) -> {
        if (failure == null) {
          Rpcs.sent(router, name, rpc);
        } else {
          MESSAGES.failed(Rpcs.RPC, MessageFault.WRITE);
        }
      });
    }
  }

  /** Something came. */
  public static final class Received {
    private Received() {}

    /** Before the router decides what to do with it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void onInbound(
        @Advice.This Object router,
        @Advice.Argument(0) PeerHandler peer,
        @Advice.Argument(1) Object message) {
      if (message instanceof Rpc.RPC rpc) {
        Rpcs.received(router, Names.of(peer.getPeerId()), rpc);
      }
    }
  }

  /** The router decides whether it listens to a peer. */
  public static final class Accepted {
    private Accepted() {}

    /** When it has decided. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void acceptRequestsFrom(
        @Advice.Return boolean accepted, @Advice.Argument(0) PeerHandler peer) {
      if (!accepted) {
        MESSAGES.dropped(QUEUE, DropReason.FILTERED, Names.of(peer.getPeerId()));
      }
    }
  }

  /** The router looks whether there is too much of anything in what came. */
  public static final class Limited {
    private Limited() {}

    /** When it has looked. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void validateMessageListLimits(@Advice.Return boolean within) {
      if (!within) {
        MESSAGES.dropped(QUEUE, DropReason.FILTERED, null); // It is not told from whom.
      }
    }
  }

  /** Newer releases look for too much before they decode it. */
  public static final class Decoded {
    private Decoded() {}

    /** When something was handed on, or nothing. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void decode(
        @Advice.Argument(0) ChannelHandlerContext ctx, @Advice.Argument(2) List<?> out) {
      if (out.isEmpty()) {
        MESSAGES.dropped(QUEUE, DropReason.FILTERED, Handles.peer(ctx.channel()));
      }
    }
  }

  /** Something went wrong on a router's stream; what came may be no message at all. */
  public static final class Malformed {
    private Malformed() {}

    /** Before its sender is blamed. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void onPeerWireException(@Advice.Argument(1) Throwable cause) {
      if (Rpcs.isNoMessage(cause)) {
        MESSAGES.failed(Rpcs.RPC, MessageFault.DECODE);
      }
    }
  }
}
