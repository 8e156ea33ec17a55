package io.peertap.scalecube;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.ChangedLibrary;
import org.junit.jupiter.api.Test;

/** A ScaleCube to come, in which something is not where it was. */
class ChangedLibraryTest {

  private static final String GOSSIP = "io.scalecube.cluster.gossip.GossipProtocolImpl";
  private static final String DETECTOR = "io.scalecube.cluster.fdetector.FailureDetectorImpl";

  @Test
  void methodThatIsGone_costsItsHookAndNoOther() throws Exception {
    assertThat(ChangedLibrary.states(GOSSIP, "createAndPutGossip"))
        .containsExactlyInAnyOrder(
            "createAndPutGossip/1 SKIPPED no method createAndPutGossip with 1 arguments",
            "onGossipRequest/1 ACTIVE");
  }

  @Test
  void fieldThatIsGone_costsTheHooksThatNeedIt() throws Exception {
    assertThat(ChangedLibrary.states(GOSSIP, "sequenceIdCollectors"))
        .containsExactlyInAnyOrder(
            "createAndPutGossip/1 ACTIVE",
            "onGossipRequest/1 SKIPPED no field sequenceIdCollectors");
    assertThat(ChangedLibrary.states(DETECTOR, "localMember"))
        .containsExactlyInAnyOrder(
            "doPing/0 SKIPPED no field localMember",
            "publishPingResult/3 SKIPPED no field localMember",
            "doPingReq/4 SKIPPED no field localMember");
  }
}
