package io.peertap.jgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.FreePorts;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.util.ArrayList;
import java.util.List;
import org.jgroups.protocols.FailureDetection;
import org.jgroups.stack.Protocol;
import org.jgroups.util.Util;
import org.junit.jupiter.api.Test;

/** A member that dies without a word, and what the others' detectors say themselves. */
class DetectionTest {

  @Test
  void silence_isDetectedByEveryMemberLeft() throws Exception {
    // Longer than a busy machine stands still: nobody else is to be suspected.
    String detection = Stacks.beats(200, 4000);
    kill(detection, "timeout", member -> {
      FailureDetection detector = member.protocol(FailureDetection.class);
      return detector.getSuspectEventsSent() > 0 ? 1 : 0; // It repeats itself until a view comes.
    });
  }

  @Test
  void brokenWatch_isDetectedByTheNeighbour() throws Exception {
    String watch = Stacks.isOldest() ? "FD_SOCK" : "FD_SOCK2";
    String detection = "<" + watch + "/><VERIFY_SUSPECT timeout='200'/>";
    kill(detection, "closed", member -> {
      for (Protocol protocol : member.channel().getProtocolStack().getProtocols()) {
        if (protocol.getName().equals(watch)) {
          return (Integer) protocol.getValue("num_suspect_events");
        }
      }
      throw new IllegalStateException(watch);
    });
  }

  private interface Suspicions {
    int of(Member member);
  }

  private static void kill(String detection, String reason, Suspicions suspicions)
      throws Exception {
    int first = FreePorts.next();
    try (InProcessAgent agent = InProcessAgent.start("peers.label=full,peers.families=all")) {
      List<Member> members = new ArrayList<>();
      for (String name : List.of("alpha", "beta", "gamma")) {
        int port = members.isEmpty() ? first : FreePorts.next();
        String attributes = "bind_port='" + port + "' port_range='0'";
        members.add(new Member(name, Stacks.of("TCP", attributes, detection, first)).join());
      }
      await().until(() -> members.stream().allMatch(member -> member.size() == 3));
      Util.shutdown(members.remove(2).channel());
      await().until(() -> members.stream().allMatch(member -> member.size() == 2));
      await().untilAsserted(() -> {
        int truth = members.stream().mapToInt(suspicions::of).sum();
        Scrape scrape = agent.scrape();
        assertThat(truth).isPositive();
        assertThat(scrape.sum("failure_detections_total", "reason", reason)).isEqualTo(truth);
        assertThat(scrape.sum("failure_detections_total")).isEqualTo(truth);
        assertThat(scrape.sum("peer_failure_detections_total", "peer", "gamma")).isEqualTo(truth);
      });
      members.forEach(Member::close);
    }
  }
}
