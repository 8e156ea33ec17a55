package io.peertap.ratis;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.ChangedLibrary;
import org.junit.jupiter.api.Test;

/** A Ratis to come, in which something is not where it was. */
class ChangedLibraryTest {

  private static final String SERVER = "org.apache.ratis.server.impl.RaftServerImpl";
  private static final String APPENDER = "org.apache.ratis.grpc.server.GrpcLogAppender";

  @Test
  void methodThatIsGone_costsItsHookAndNoOther() throws Exception {
    assertThat(ChangedLibrary.states(SERVER, "changeToLeader"))
        .containsExactlyInAnyOrder(
            "appendEntriesAsync/1 ACTIVE",
            "requestVote/1 ACTIVE",
            "installSnapshot/1 ACTIVE",
            "changeToCandidate/1 ACTIVE",
            "changeToLeader/0 SKIPPED no method changeToLeader with 0 arguments");
  }

  @Test
  void fieldThatIsGone_costsTheHookThatNeedsIt() throws Exception {
    assertThat(ChangedLibrary.states(APPENDER, "appendLogRequestObserver"))
        .hasSize(2) // One of them for other releases.
        .allMatch(state -> state.matches("sendRequest/[23] SKIPPED .*"))
        .anyMatch(state -> state.endsWith("no field appendLogRequestObserver"));
  }
}
