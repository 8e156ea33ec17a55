package io.peertap.testapp.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.peertap.testapp.faults.FaultPlan;
import io.peertap.testapp.truth.GossipTruth;
import io.peertap.testapp.truth.QueueTruth;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes out, what comes in, and what there is no room for. */
class BroadcastChannelTest {

  private static final ChannelMessage HELLO = ChannelMessage.of("talk", "node-1", 1, "hello");

  private final List<byte[]> sent = new CopyOnWriteArrayList<>();
  private final List<ChannelMessage> handled = new CopyOnWriteArrayList<>();
  private final GossipTruth gossip = new GossipTruth();
  private final QueueTruth queues = new QueueTruth();
  private final BroadcastChannel channel =
      new BroadcastChannel("node-1", sent::add, handled::add, gossip, queues, FaultPlan.NONE);

  @AfterEach
  void close() {
    channel.close();
  }

  @Test
  void broadcastReachesTheOthersAndItself() {
    channel.open();

    channel.broadcast(HELLO);
    channel.receive(sent.get(0));

    await().until(() -> handled.equals(List.of(HELLO, HELLO)));
    assertThat(counts(gossip).get("published").getAsInt()).isEqualTo(1);
    assertThat(counts(gossip).get("delivered").getAsInt()).isEqualTo(2);
  }

  @Test
  void ignoresWhatIsNoMessage() {
    channel.receive("{".getBytes(StandardCharsets.UTF_8));
    channel.receive(new byte[0]);

    assertThat(counts(queues).get("incomingMax").getAsInt()).isZero();
  }

  @Test
  void dropsWhatTheQueuesCannotHold() {
    for (int i = 0; i < 4097; i++) {
      channel.broadcast(HELLO);
    }
    for (int i = 0; i < 514; i++) {
      channel.deliver(HELLO);
    }

    assertThat(counts(queues).get("incomingMax").getAsInt()).isEqualTo(4096);
    assertThat(counts(queues).get("incomingDropped").getAsInt()).isEqualTo(1);
    assertThat(counts(queues).get("handlerMax").getAsInt()).isEqualTo(512);
    assertThat(counts(queues).get("handlerDropped").getAsInt()).isEqualTo(2);
    assertThat(counts(gossip).get("delivered").getAsInt()).isEqualTo(514);
  }

  @Test
  void aSlowReader_letsMessagesWait() {
    BroadcastChannel slow = new BroadcastChannel(
        "node-1", sent::add, handled::add, gossip, queues, FaultPlan.parse("slow-reader"));
    slow.open();

    for (int i = 0; i < 200; i++) {
      slow.broadcast(HELLO);
    }

    await().until(() -> handled.size() == 200);
    assertThat(counts(queues).get("incomingMax").getAsInt()).isGreaterThan(10);
    slow.close();
  }

  @Test
  void saysNothingOnceClosed() {
    channel.close();

    assertThatThrownBy(() -> channel.broadcast(HELLO)).isInstanceOf(IllegalStateException.class);
    assertThat(counts(gossip).get("published").getAsInt()).isZero();
  }

  private static JsonObject counts(Object truth) {
    return new Gson().toJsonTree(truth).getAsJsonObject();
  }
}
