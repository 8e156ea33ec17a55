package io.peertap.ratis;

import java.util.Collection;
import net.bytebuddy.asm.Advice;
import org.apache.ratis.protocol.RaftPeer;

/** Whom a server or a client may talk to. */
final class PeersAdvice {

  private PeersAdvice() {}

  /** More of them are known. */
  public static final class Added {
    private Added() {}

    /** Before one of them is dialled. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void addRaftPeers(
        @Advice.This Object proxies, @Advice.Argument(0) Collection<RaftPeer> peers) {
      Book.of(proxies).add(peers);
    }
  }

  /** None of them is talked to any more. */
  public static final class Closed {
    private Closed() {}

    /** Before their connections are closed. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void close(@Advice.This Object proxies) {
      Book.closed(proxies);
    }
  }
}
