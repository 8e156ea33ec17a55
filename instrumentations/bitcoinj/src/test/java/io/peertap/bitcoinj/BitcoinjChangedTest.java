package io.peertap.bitcoinj;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.ChangedLibrary;
import org.junit.jupiter.api.Test;

/** A bitcoinj to come, in which something is not where it was. */
class BitcoinjChangedTest {

  @Test
  void methodThatIsGone_costsItsHookAndNoOther() throws Exception {
    assertThat(ChangedLibrary.inactive(new BitcoinjContractTest(), "versionHandshakeComplete"))
        .containsExactly(
            "Peer#versionHandshakeComplete/0 SKIPPED no method versionHandshakeComplete with 0 arguments");
  }

  @Test
  void fieldThatIsGone_costsTheHooksThatNeedIt() throws Exception {
    assertThat(ChangedLibrary.inactive(new BitcoinjContractTest(), "backoffMap"))
        .containsExactly("PeerGroup#addInactive/2 SKIPPED no field backoffMap");
  }
}
