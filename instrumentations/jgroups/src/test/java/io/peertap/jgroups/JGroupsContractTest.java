package io.peertap.jgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.api.Instrumentation;
import io.peertap.test.FreePorts;
import io.peertap.test.InProcessAgent;
import io.peertap.test.InstrumentationContract;
import io.peertap.weaver.HookState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JGroups keeps every instrumentation's promises. */
class JGroupsContractTest extends InstrumentationContract {

  @Override
  protected Instrumentation instrumentation() {
    return new JGroupsInstrumentation();
  }

  @Override
  protected List<String> transcript() throws Exception {
    for (String type : List.of("blocks.cs.NioConnection", "nio.Buffers")) {
      Class.forName("org.jgroups." + type); // Not every release runs them here.
    }
    List<String> transcript = new ArrayList<>();
    for (String transport : Stacks.connected()) {
      transcript.add(cluster(transport, ""));
    }
    transcript.add(cluster("UDP", " ip_mcast='false'"));
    return transcript;
  }

  private static String cluster(String transport, String more) throws Exception {
    int first = FreePorts.next();
    int second = FreePorts.next();
    String watch = Stacks.isOldest() ? "<FD_SOCK/>" : "<FD_SOCK/><FD_SOCK2/>";
    String detection = watch + "<FD_HOST/>" + Stacks.beats(10_000, 60_000);
    try (Member alpha = new Member("alpha", stack(transport, first, more, detection, first));
        Member beta = new Member("beta", stack(transport, second, more, detection, first))) {
      alpha.join();
      beta.join();
      await().until(() -> alpha.size() == 2 && beta.size() == 2);
      for (int i = 0; i < 5; i++) {
        alpha.tell(beta, 1000);
        beta.tellAll(10);
      }
      await().until(() -> beta.toMe() == 5 && alpha.toAll() == 5);
      if (Stacks.testsRoundTrips()) {
        alpha.channel().getProtocolStack().getTransport().getRTT().rtt();
      }
      return transport + " " + alpha.toAll() + " " + beta.toMe();
    }
  }

  private static String stack(
      String transport, int port, String more, String detection, int known) {
    String attributes = "bind_port='" + port + "' port_range='0'" + more + Stacks.roundTrips(true);
    return Stacks.of(transport, attributes, detection, known);
  }

  /** What this release lacks, because it does the same elsewhere, or not yet. */
  @Override
  protected List<String> unreachable() {
    List<String> lacks =
        new ArrayList<>(List.of("TcpConnection#connect/3", "TcpConnection#connect/3"));
    if (Stacks.isNewest()) {
      lacks.add("TP#passMessageUp/5");
    } else {
      lacks.addAll(List.of(
          "TP#passMessageUp/4",
          "TcpConnection#closeGracefully/0",
          "TcpConnection#close/1",
          "NioConnection#close/1",
          "PeerAddressReader#readPeerAddress/1",
          "PeerAddressReader#readPeerAddress/1",
          "PeerAddressReader#readPeerAddress/1",
          "MessageReader#fillBuffer/0",
          "MessageReader#fillBuffer/0"));
    }
    if (Stacks.isOldest()) {
      lacks.add("TcpConnection#doSend/4");
      lacks.add("FD_SOCK2#broadcastSuspectMessage/1");
      lacks.addAll(List.of("RTT#_rtt/3", "RTT#handleResponse/2", "RTT#_rtt/3"));
    } else {
      lacks.add("TcpConnection#doSend/3");
    }
    return lacks;
  }

  /** Another release is not a failure: the rest works, and the table of hooks says why. */
  @Test
  void hooksOfOtherReleases_areSkippedWithTheReason() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("")) {
      transcript();
      String other = Stacks.isOldest() ? "TcpConnection#doSend/4" : "TcpConnection#doSend/3";
      String arguments = other.substring(other.length() - 1);
      assertThat(agent.hooks()).anySatisfy(hook -> {
        assertThat(hook.id()).isEqualTo(other);
        assertThat(hook.state()).isEqualTo(HookState.State.SKIPPED);
        assertThat(hook.reason()).isEqualTo("no method doSend with " + arguments + " arguments");
      });
    }
  }
}
