package io.peertap.testapp.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Waiting for what others say. */
class MailboxTest {

  private record Figure(int value) {}

  private final Mailboxes mailboxes = new Mailboxes();
  private final Router router = new Router(mailboxes);

  @Test
  void keepsWhatWasSaidBeforeAnybodyWaited() throws Exception {
    say(2, new Figure(20));
    say(1, new Figure(10));
    say(1, new Figure(11));

    assertThat(mailboxes.of("talk").await(Figure.class, 2, soon()))
        .isEqualTo(Map.of(1, new Figure(10), 2, new Figure(20)));
  }

  @Test
  void timesOut() {
    say(1, new Figure(10));

    assertThatThrownBy(() -> mailboxes.of("talk").await(Figure.class, 2, soon()))
        .isInstanceOf(TimeoutException.class)
        .hasMessageContaining("[1]");
  }

  @Test
  void ignoresOtherContent() {
    router.accept(new ChannelMessage("Figure", "talk", "node-1", 1, "[]"));

    assertThatThrownBy(() -> mailboxes.of("talk").await(Figure.class, 1, soon()))
        .isInstanceOf(TimeoutException.class);
  }

  private void say(int member, Object content) {
    router.accept(ChannelMessage.of("talk", "node-1", member, content));
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofMillis(20));
  }
}
