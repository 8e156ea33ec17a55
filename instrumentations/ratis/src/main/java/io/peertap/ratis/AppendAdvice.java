package io.peertap.ratis;

import io.peertap.api.MessageFault;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.asm.Advice;
import org.apache.ratis.grpc.server.GrpcLogAppender;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto.AppendResult;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.util.Timestamp;

/** What a leader sends to one follower. */
final class AppendAdvice {

  private static final Getter SENT = Getter.ofMethod("getSendTime");

  private AppendAdvice() {}

  /** Entries, or a heartbeat, are to be sent. */
  public static final class Sent {
    private Sent() {}

    /** Before they are: without a stream nothing is. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void sendRequest(
        @Advice.This GrpcLogAppender appender,
        @Advice.Argument(1) AppendEntriesRequestProto request,
        @Advice.FieldValue("appendLogRequestObserver") Object stream) {
      if (stream != null) {
        Raft.sent(request, appender.getFollowerId());
      }
    }
  }

  /** The follower has answered. */
  public static final class Answered {
    private Answered() {}

    /** Before the answer counts; without a request it came too late. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void onNextImpl(
        @Advice.Argument(0) Object request,
        @Advice.Argument(1) AppendEntriesReplyProto reply,
        @Advice.FieldValue("this$0") GrpcLogAppender appender) {
      String type = reply.getIsHearbeat() ? Raft.HEARTBEAT : Raft.APPEND_ENTRIES;
      if (request != null && SENT.of(request) instanceof Timestamp sent) {
        long nanos = sent.elapsedTime().toLong(TimeUnit.NANOSECONDS);
        Raft.answered(type, appender.getFollowerId().toString(), nanos);
      }
      if (reply.getResult() != AppendResult.SUCCESS) {
        Raft.failed(type, MessageFault.HANDLE);
      }
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
