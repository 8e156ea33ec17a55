package io.peertap.ratis;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteRequestProto;
import org.apache.ratis.util.CodeInjectionForTesting;

/** What servers hand to each other, counted where Ratis lets its own tests look. */
final class Wire {

  final AtomicLong appendsSent = new AtomicLong();
  final AtomicLong heartbeatsSent = new AtomicLong();
  final AtomicLong votesSent = new AtomicLong();
  final AtomicLong bytesSent = new AtomicLong();
  final AtomicLong appendsReceived = new AtomicLong();
  final AtomicLong votesReceived = new AtomicLong();
  final AtomicLong snapshotsReceived = new AtomicLong();

  private volatile Gate gate = Gate.OPEN;
  private volatile Gate snapshotGate = Gate.OPEN;

  /** Counts from now on; the one before counts no more. */
  Wire() {
    for (String sender : new String[] {"GrpcService", "GrpcServicesImpl"}) { // By version.
      CodeInjectionForTesting.put(sender + ".sendRequest", (local, remote, args) -> sent(args[0]));
    }
    CodeInjectionForTesting.put("RaftServerImpl.appendEntries", (local, remote, args) -> {
      appendsReceived.incrementAndGet();
      gate.pass(local);
      return false;
    });
    CodeInjectionForTesting.put("RaftServerImpl.installSnapshot", (local, remote, args) -> {
      snapshotsReceived.incrementAndGet();
      snapshotGate.pass(local);
      return false;
    });
    CodeInjectionForTesting.put("RaftServerImpl.requestVote", (local, remote, args) -> {
      votesReceived.incrementAndGet();
      return false;
    });
  }

  /** From now on this server takes appends, and goes on only when the gate opens. */
  Gate hang(String server) {
    gate = new Gate(server);
    return gate;
  }

  /** The same, but only once it is told of a snapshot. */
  Gate hangAtSnapshots(String server) {
    snapshotGate = new Gate(server);
    return snapshotGate;
  }

  private boolean sent(Object message) {
    if (message instanceof AppendEntriesRequestProto append) {
      (append.getEntriesCount() == 0 ? heartbeatsSent : appendsSent).incrementAndGet();
      bytesSent.addAndGet(append.toByteArray().length);
    } else if (message instanceof RequestVoteRequestProto vote) {
      votesSent.incrementAndGet();
      bytesSent.addAndGet(vote.toByteArray().length);
    }
    return false;
  }
}
