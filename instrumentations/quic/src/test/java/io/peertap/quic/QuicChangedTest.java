package io.peertap.quic;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.ChangedLibrary;
import org.junit.jupiter.api.Test;

/** QUIC of a Netty to come, in which something is not where it was. */
class QuicChangedTest {

  @Test
  void methodThatIsGone_costsItsHookAndNoOther() throws Exception {
    assertThat(ChangedLibrary.inactive(new QuicContractTest(), "doClose"))
        .containsExactly("QuicheQuicChannel#doClose/0 SKIPPED no method doClose with 0 arguments");
  }
}
