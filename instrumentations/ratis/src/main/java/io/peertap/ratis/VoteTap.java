package io.peertap.ratis;

import io.peertap.api.MessageFault;
import io.peertap.api.MethodTap;
import org.apache.ratis.proto.RaftProtos.RequestVoteRequestProto;

/** A server is asked for its vote, and waited for. Takes the request. */
public final class VoteTap implements MethodTap {

  /** For the weaver. */
  public VoteTap() {}

  @Override
  public Object enter(Object[] values) {
    RequestVoteRequestProto request = (RequestVoteRequestProto) values[0];
    Raft.sent(request);
    return new Asked(Raft.asked(request), System.nanoTime());
  }

  @Override
  public void returned(Object token, Object result) {
    Asked asked = (Asked) token;
    Raft.answered(Raft.REQUEST_VOTE, asked.peer, System.nanoTime() - asked.began);
  }

  @Override
  public void threw(Object token, Throwable failure) {
    Raft.failed(Raft.REQUEST_VOTE, MessageFault.WRITE);
  }

  private record Asked(String peer, long began) {}
}
