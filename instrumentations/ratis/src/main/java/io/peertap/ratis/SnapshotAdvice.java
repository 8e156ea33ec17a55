package io.peertap.ratis;

import io.peertap.api.MessageFault;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import org.apache.ratis.grpc.server.GrpcLogAppender;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotReplyProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotRequestProto;

/** Snapshots: a server takes its own, and a follower that is too far behind gets the leader's. */
final class SnapshotAdvice {

  private SnapshotAdvice() {}

  /** A server's state is to be written down. */
  public static final class Begun {
    private Begun() {}

    /** Before the application does it, and may fail. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void takeSnapshot() {
      Occurrences.SNAPSHOT_STARTED.happened();
    }
  }

  /** The leader has sent a piece of its snapshot, or that there is one. */
  public static final class Sent {
    private Sent() {}

    /** Before the follower may have answered. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void addPending(
        @Advice.Argument(0) InstallSnapshotRequestProto request,
        @Advice.FieldValue("this$0") GrpcLogAppender appender) {
      Raft.sent(request, appender.getFollowerId());
    }
  }

  /** The stream broke that it was sent over. */
  public static final class Broken {
    private Broken() {}

    /** Before the leader tries again; what a leader sends that stops is none that failed. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void onError(@Advice.FieldValue("this$0") GrpcLogAppender appender) {
      if (appender.isRunning()) {
        Raft.failed(Raft.INSTALL_SNAPSHOT, MessageFault.WRITE);
      }
    }
  }

  /** The follower has answered. */
  public static final class Answered {
    private static final Set<String> TAKEN =
        Set.of("SUCCESS", "IN_PROGRESS", "ALREADY_INSTALLED", "SNAPSHOT_INSTALLED");

    private Answered() {}

    /** Ratis 2 has fewer answers: so they are told apart by name. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void onNext(@Advice.Argument(0) InstallSnapshotReplyProto reply) {
      if (!TAKEN.contains(reply.getResult().name())) {
        Raft.failed(Raft.INSTALL_SNAPSHOT, MessageFault.HANDLE);
      }
    }
  }

  /** It came. */
  public static final class Received {
    private Received() {}

    /** Before it is installed or refused. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void installSnapshot(@Advice.Argument(0) InstallSnapshotRequestProto request) {
      Raft.received(request);
    }
  }
}
