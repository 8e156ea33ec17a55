package io.peertap.ratis;

import io.peertap.api.Attached;
import io.peertap.api.MessageFault;
import io.peertap.api.Telemetry;
import net.bytebuddy.asm.Advice;
import org.apache.ratis.grpc.server.GrpcLogAppender;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto.AppendResult;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;

/** What a leader sends to one follower. */
final class AppendAdvice {

  /** When a request was sent, by the leader's note of it: Ratis 2 writes no time on it. */
  private static final Attached<Long> SENT = Telemetry.current().attached();

  private AppendAdvice() {}

  /** Entries, or a heartbeat, are to be sent. */
  public static final class Sent {
    private Sent() {}

    /** Before they are: without a stream nothing is. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void sendRequest(
        @Advice.This GrpcLogAppender appender,
        @Advice.Argument(0) Object note,
        @Advice.Argument(1) AppendEntriesRequestProto request,
        @Advice.FieldValue("appendLogRequestObserver") Object stream) {
      if (stream != null) {
        SENT.put(note, System.nanoTime());
        Raft.sent(request, appender.getFollowerId());
      }
    }
  }

  /** The follower has answered. */
  public static final class Answered {
    private Answered() {}

    /** Before the answer counts; without a note it came too late. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void remove(
        @Advice.Return Object note, @Advice.Argument(0) AppendEntriesReplyProto reply) {
      String type = reply.getIsHearbeat() ? Raft.HEARTBEAT : Raft.APPEND_ENTRIES;
      Long sent = note == null ? null : SENT.remove(note);
      if (sent != null) {
        String follower = Raft.id(reply.getServerReply().getReplyId());
        Raft.answered(type, follower, System.nanoTime() - sent);
      }
      if (reply.getResult() != AppendResult.SUCCESS) {
        Raft.failed(type, MessageFault.HANDLE);
      }
    }
  }

  /** The follower has not answered in time. */
  public static final class TimedOut {
    private TimedOut() {}

    /** Whom it was sent to matters to Ratis' own metrics. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void onRequestTimeout(@Advice.Argument(1) boolean isHeartbeat) {
      (isHeartbeat ? Occurrences.HEARTBEAT_TIMEOUT : Occurrences.APPEND_TIMEOUT).happened();
    }
  }

  /** The stream to the follower broke. */
  public static final class Broken {
    private Broken() {}

    /** Before it is opened anew; one that is given up is none that failed. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void onError(@Advice.FieldValue("this$0") GrpcLogAppender appender) {
      if (appender.isRunning()) {
        Raft.failed(Raft.APPEND_ENTRIES, MessageFault.WRITE);
      }
    }
  }
}
