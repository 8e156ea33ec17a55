package io.peertap.kwik;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.ChangedLibrary;
import org.junit.jupiter.api.Test;

/** A kwik to come, in which something is not where it was. */
class KwikChangedTest {

  @Test
  void methodThatIsGone_costsItsHookAndNoOther() throws Exception {
    assertThat(ChangedLibrary.inactive(new KwikContractTest(), "immediateCloseWithError"))
        .containsExactly(
            "QuicConnectionImpl#immediateCloseWithError/3 SKIPPED no method immediateCloseWithError with 3 arguments");
  }

  @Test
  void fieldThatIsGone_costsTheHooksThatNeedIt() throws Exception {
    assertThat(ChangedLibrary.inactive(new KwikContractTest(), "applicationProtocol"))
        .containsExactly(
            "QuicClientConnectionImpl#handshakeFinished/0 SKIPPED no field applicationProtocol");
  }
}
