package io.peertap.ratis;

import net.bytebuddy.asm.Advice;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotRequestProto;
import org.apache.ratis.proto.RaftProtos.RaftRpcRequestProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteRequestProto;

/** Who calls over a connection that this server accepted. */
final class CallerAdvice {

  private CallerAdvice() {}

  /** A request of a stream. */
  public static final class Streamed {
    private Streamed() {}

    /** Before it is answered. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void onNext(
        @Advice.This Object stream,
        @Advice.Argument(0) Object request,
        @Advice.FieldValue("responseObserver") Object answers) {
      if (Callers.isNew(stream)) {
        RaftRpcRequestProto call = call(request);
        if (call != null) {
          Callers.called(answers, call);
        }
      }
    }
  }

  /** A single request. */
  public static final class AskedToVote {
    private AskedToVote() {}

    /** Before it is answered. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void requestVote(
        @Advice.Argument(0) RequestVoteRequestProto request, @Advice.Argument(1) Object answers) {
      Callers.called(answers, request.getServerRequest());
    }
  }

  private static RaftRpcRequestProto call(Object request) {
    if (request instanceof AppendEntriesRequestProto append) {
      return append.getServerRequest();
    }
    return request instanceof InstallSnapshotRequestProto install
        ? install.getServerRequest()
        : null;
  }
}
