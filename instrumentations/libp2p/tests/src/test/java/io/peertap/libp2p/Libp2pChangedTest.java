package io.peertap.libp2p;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.ChangedLibrary;
import org.junit.jupiter.api.Test;

/**
 * A jvm-libp2p to come, in which something is not where it was. Its classes are loaded and not run:
 * its security provider is the JVM's, and no second copy of it works beside the first.
 */
class Libp2pChangedTest {

  @Test
  void methodThatIsGone_costsItsHookAndNoOther() throws Exception {
    assertThat(ChangedLibrary.states("io.libp2p.protocol.PingProtocol$PingInitiator", "ping"))
        .containsExactly("ping/0 SKIPPED no method ping with 0 arguments");
  }

  @Test
  void fieldThatIsGone_costsTheHooksThatNeedIt() throws Exception {
    assertThat(ChangedLibrary.states("io.libp2p.pubsub.AbstractRouter", "peersTopics"))
        .filteredOn(state -> !state.endsWith(" ACTIVE"))
        .containsExactlyInAnyOrder(
            "handleMessageSubscriptions/2 SKIPPED no field peersTopics",
            "onPeerDisconnected/1 SKIPPED no field peersTopics");
  }
}
