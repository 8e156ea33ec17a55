package io.peertap.testapp;

import static io.scalecube.cluster.transport.api.Transport.parsePort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.testapp.dkg.Keys;
import io.peertap.testapp.faults.FaultPlan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node that is given the port number of its seed, on its own address, takes another one. */
class SeedPortTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Settings CHAT = new Settings(2, 0, FaultPlan.NONE);

  private final Stay seed = stay(NodeId.SEED, 0, List.of());
  private final Stay node = stay(new NodeId(3), parsePort(seed.address()), List.of(seed.address()));

  @AfterEach
  void end() {
    CompletableFuture.allOf(seed.end(), node.end()).join();
  }

  @Test
  void joinsUnderAnotherPort() {
    assertThat(node.address()).startsWith("127.0.0.3:");
    assertThat(parsePort(node.address())).isNotEqualTo(parsePort(seed.address()));
    await().atMost(PATIENCE).until(() -> node.otherMembers() == 1 && seed.otherMembers() == 1);
  }

  private static Stay stay(NodeId id, int port, List<String> seeds) {
    return Stay.begin(id, port, seeds, CHAT, new Keys(), new Truth(id), line -> {});
  }
}
