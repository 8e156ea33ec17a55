package io.peertap.discv5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.InProcessAgent;
import io.peertap.weaver.HookState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** A library to come, in which something is not where it was. */
@EnabledForJreRange(min = JRE.JAVA_21)
class Discv5ChangedTest {

  @Test
  void methodThatIsGone_costsItsHook_andTheRestGoesOn() {
    try (InProcessAgent agent = InProcessAgent.start("")) {
      Library library = Library.changed("performMaintenance");
      try (Discv5Node a = new Discv5Node(library);
          Discv5Node b = new Discv5Node(library)) {
        b.ping(a);
        await("acquaintance").until(() -> a.table().equals(Set.of(b.id())));
        b.ask(a);
        await("pings")
            .untilAsserted(() -> assertThat(agent.scrape().sum("pings_total", "outcome", "success"))
                .isEqualTo((double) (a.pongs() + b.pongs()))); // And what tables ask for.
        assertThat(agent.scrape().sum("discovery_duration_seconds")).isEqualTo(1);
      }
      assertThat(inactive(agent))
          .containsExactly("KBuckets#performMaintenance/0 SKIPPED"
              + " no method performMaintenance with 0 arguments");
      assertThat(agent.scrape().sum("agent_hooks", "module", "discv5", "state", "skipped"))
          .isEqualTo(1);
    }
  }

  private static List<String> inactive(InProcessAgent agent) {
    List<String> inactive = new ArrayList<>();
    for (HookState hook : agent.hooks()) {
      if (hook.module().equals("discv5") && hook.state() != HookState.State.ACTIVE) {
        inactive.add(hook.id() + ' ' + hook.state() + ' ' + hook.reason());
      }
    }
    return inactive;
  }
}
