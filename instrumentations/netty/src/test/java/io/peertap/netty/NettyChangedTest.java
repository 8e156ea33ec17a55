package io.peertap.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.ChangedLibrary;
import org.junit.jupiter.api.Test;

/** A Netty to come, in which something is not where it was. */
class NettyChangedTest {

  @Test
  void methodThatIsGone_costsItsHookAndNoOther() throws Exception {
    assertThat(ChangedLibrary.inactive(new NettyContractTest(), "addMessage"))
        .containsExactly(
            "ChannelOutboundBuffer#addMessage/3 SKIPPED no method addMessage with 3 arguments");
  }
}
