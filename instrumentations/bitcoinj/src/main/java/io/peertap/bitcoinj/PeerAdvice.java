package io.peertap.bitcoinj;

import io.peertap.api.Outcome;
import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.asm.Advice;
import org.bitcoinj.core.VersionMessage;

/** What a peer of the group goes through. */
final class PeerAdvice {

  private static final Peers PEERS = Telemetry.current().peers();

  private PeerAdvice() {}

  /** It did not connect, or not say hello, in time. */
  public static final class TimedOut {
    private TimedOut() {}

    /** Before it is closed for that. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void timeoutOccurred(@Advice.This Object peer) {
      Link link = Links.of(peer);
      if (link != null) {
        link.timedOut();
      }
    }
  }

  /** It is gone, whatever its socket was. */
  public static final class Closed {
    private Closed() {}

    /** After everybody knows. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void connectionClosed(@Advice.This Object peer) {
      Link link = Links.of(peer);
      if (link != null) {
        link.closed();
      }
    }
  }

  /** It said what it runs. */
  public static final class Version {
    private Version() {}

    /** Before it is judged by that. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void processVersionMessage(
        @Advice.This Object peer, @Advice.Argument(0) VersionMessage version) {
      Link link = Links.of(peer);
      if (link != null) {
        link.runs(version.subVer, version.clientVersion);
      }
    }
  }

  /** Both sides have said hello. */
  public static final class Ready {
    private Ready() {}

    /** Before the group counts on it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void versionHandshakeComplete(@Advice.This Object peer) {
      Link link = Links.of(peer);
      if (link != null) {
        link.greeted();
      }
    }
  }

  /** A ping was answered. */
  public static final class Pinged {
    private Pinged() {}

    /** With the library's own time: a duration, or milliseconds in early releases. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void pinged(@Advice.This Object peer, @Advice.Argument(0) Object time) {
      Link link = Links.of(peer);
      if (link != null) {
        long nanos = time instanceof Duration duration
            ? duration.toNanos()
            : TimeUnit.MILLISECONDS.toNanos((Long) time);
        PEERS.pinged(link.peer(), Outcome.SUCCESS, nanos);
      }
    }
  }
}
