package io.peertap.libp2p;

import io.libp2p.core.mux.StreamMuxer;
import io.libp2p.core.security.SecureChannel;
import io.netty.channel.Channel;
import io.peertap.api.Connection;
import io.peertap.api.Connections;
import io.peertap.api.Muxer;
import io.peertap.api.Security;
import io.peertap.api.Telemetry;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;

/** A channel becomes a connection between peers: secure channel, identity, muxer. */
final class ConnectionAdvice {

  private static final Connections CONNECTIONS = Telemetry.current().connections();
  private static final String PROTOCOL = "libp2p";

  private ConnectionAdvice() {}

  /** The library takes over a channel, before it is up. */
  public static final class Upgrading {
    private Upgrading() {}

    /** Before the channel dials, or is told to be accepted. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void initChannel(@Advice.Argument(0) Channel channel) {
      CONNECTIONS.upgrading(channel);
    }
  }

  /** The library has made its own object for a connection; QUIC has no other begin. */
  public static final class Built {
    private Built() {}

    /** When it is there. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void built(@Advice.Argument(0) Channel channel) {
      CONNECTIONS.upgrading(channel);
    }
  }

  /** The secure channel is, or failed to be, agreed upon and established. */
  public static final class Established {
    private Established() {}

    /** When it has begun; so for the muxer. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void establish(
        @Advice.Return CompletableFuture<?> session, @Advice.Argument(0) Object connection) {
      Ends.of(session, (established, failure) -> {
        Connection handle = failure == null ? null : Handles.of(connection); // Later than a dial.
        if (handle != null) {
          Upgrades.failed(handle, failure);
        }
      });
    }
  }

  /** The remote peer has proved who it is. */
  public static final class Secured {
    private Secured() {}

    /** Before the application hears of the connection. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void setSecureSession(
        @Advice.This Object connection, @Advice.Argument(0) SecureChannel.Session session) {
      Connection handle = Handles.of(connection);
      if (handle != null) {
        handle.identified(Names.of(session.getRemoteId()), null, null);
        handle.speaks(PROTOCOL);
        handle.provedBy(Upgrades.key(session.getRemotePubKey().getKeyType()));
        if (Upgrades.isQuic(connection)) {
          handle.securing(Security.TLS);
          handle.upgraded(Muxer.QUIC);
        }
      }
    }
  }

  /** The muxer works: nothing is left to be negotiated. QUIC tells it before it dials. */
  public static final class Muxed {
    private Muxed() {}

    /** Before the application hears of the connection. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void setMuxerSession(
        @Advice.This Object connection, @Advice.Argument(0) StreamMuxer.Session session) {
      Connection handle = Upgrades.isQuic(connection) ? null : Handles.of(connection);
      if (handle != null) {
        handle.upgraded(Upgrades.muxer(session));
      }
    }
  }
}
