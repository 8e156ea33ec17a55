package io.peertap.jgroups;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.ChangedLibrary;
import org.junit.jupiter.api.Test;

/** A JGroups to come, in which something is not where it was. */
class JGroupsChangedTest {

  @Test
  void methodThatIsGone_costsItsHookAndNoOther() throws Exception {
    assertThat(ChangedLibrary.inactive(new JGroupsContractTest(), "addPhysicalAddressToCache"))
        .containsExactly(
            "TP#addPhysicalAddressToCache/3 SKIPPED no method addPhysicalAddressToCache with 3 arguments");
  }

  @Test
  void fieldThatIsGone_costsTheHooksThatNeedIt() throws Exception {
    assertThat(ChangedLibrary.inactive(new JGroupsContractTest(), "suspected_mbrs"))
        .containsExactly(
            "FailureDetection#suspect/1 SKIPPED no field suspected_mbrs",
            "FD_HOST#suspect/1 SKIPPED no field suspected_mbrs");
  }
}
