package io.peertap.ratis;

import net.bytebuddy.asm.Advice;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteRequestProto;

/** What one server of a group is told, and becomes. */
final class ServerAdvice {

  private ServerAdvice() {}

  /** The leader sends entries, or a heartbeat. */
  public static final class Append {
    private Append() {}

    /** Before they are looked at. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void appendEntriesAsync(@Advice.Argument(0) AppendEntriesRequestProto request) {
      Raft.received(request);
    }
  }

  /** A candidate asks for a vote. */
  public static final class Vote {
    private Vote() {}

    /** Before it is given or refused. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void requestVote(@Advice.Argument(0) RequestVoteRequestProto request) {
      Raft.received(request);
    }
  }

  /** The server wants to lead: it has not heard from a leader. */
  public static final class Candidate {
    private Candidate() {}

    /** Before it asks for votes. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void changeToCandidate() {
      Occurrences.ELECTION_STARTED.happened();
    }
  }

  /** The server leads. */
  public static final class Leader {
    private Leader() {}

    /** Before it tells the others. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void changeToLeader() {
      Occurrences.LEADER_ELECTED.happened();
    }
  }

  /** One round of asking for votes has ended. */
  public static final class Round {
    private Round() {}

    /** Before anything follows from it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void logAndReturn(
        @Advice.Argument(0) Object phase, @Advice.Argument(1) Object result) {
      Occurrences.ended(phase.toString(), result.toString());
    }
  }
}
