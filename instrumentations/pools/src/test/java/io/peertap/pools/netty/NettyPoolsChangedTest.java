package io.peertap.pools.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.ChangedLibrary;
import org.junit.jupiter.api.Test;

/** A Netty to come, in which something is not where it was. */
class NettyPoolsChangedTest {

  private static final String POOL = "io.netty.channel.pool.SimpleChannelPool";

  @Test
  void whatIsGone_costsTheHookThatNeedsIt() throws Exception {
    assertThat(ChangedLibrary.states(POOL, "deque"))
        .contains("acquire/1 SKIPPED no field deque", "doReleaseChannel/2 ACTIVE");
    assertThat(ChangedLibrary.states(POOL, "doReleaseChannel"))
        .contains(
            "acquire/1 ACTIVE",
            "doReleaseChannel/2 SKIPPED no method doReleaseChannel with 2 arguments");
  }
}
