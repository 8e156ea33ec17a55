package io.peertap.operations.tap;

import static io.peertap.operations.Rules.enter;
import static io.peertap.operations.Rules.returns;
import static io.peertap.operations.Rules.throwing;
import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.BreakerState;
import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.RuleTap;
import io.peertap.operations.Rules;
import io.peertap.operations.Told;
import io.peertap.operations.hosts.Inbox;
import io.peertap.operations.hosts.Signer;
import io.peertap.operations.hosts.Signer.Kind;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TapsTest {

  private static final byte[] MESSAGE = new byte[12];

  private Told told;

  @BeforeEach
  void install() {
    told = Told.install();
  }

  @AfterEach
  void leave() {
    told.close();
  }

  private static RuleTap tap(String method, String... lines) {
    return Rules.tap(Rules.of(lines), Signer.class, method);
  }

  private static void learns(MethodRules rules, Inbox... inboxes) {
    for (Inbox inbox : inboxes) {
      rules
          .choose(io.peertap.operations.Views.of(Inbox.class))
          .forEach(choice -> choice.tap().returned(null, inbox));
    }
  }

  @Test
  void bareOperation_readsNothing() {
    RuleTap tap = tap("sign", "operations.s.methods = Signer#sign(byte[])");
    assertThat(tap.reads()).isEmpty();
    assertThat(tap.readsResult()).isFalse();
    returns(tap, true, MESSAGE);
    throwing(tap, new TimeoutException(), MESSAGE);
    throwing(tap, new InterruptedException(), MESSAGE);
    throwing(tap, new IOException(), MESSAGE);
    assertThat(told.lines())
        .containsExactly(
            "operation s false begins",
            "operation s false ended SUCCESS",
            "operation s false begins",
            "operation s false ended TIMEOUT TimeoutException",
            "operation s false begins",
            "operation s false ended CANCELLED InterruptedException",
            "operation s false begins",
            "operation s false ended FAILURE IOException");
  }

  @Test
  void nestedCall_isNotTold() {
    RuleTap bare = tap("sign", "operations.s.methods = Signer#sign(byte[])");
    RuleTap rich = tap(
        "sign",
        "operations.s.methods = Signer#sign(byte[])",
        "operations.s.participants = arg0.length");
    told.nested(true);
    returns(bare, true, MESSAGE);
    returns(rich, true, MESSAGE);
    assertThat(told.lines())
        .containsExactly("operation s false begins", "operation s false begins");
  }

  @Test
  void argumentsAreReadAtTheBegin_andEachOnce() {
    RuleTap tap = tap(
        "sign",
        "operations.s.methods = Signer#sign(List,..)",
        "operations.s.kind = arg1",
        "operations.s.participants = arg0.size()",
        "operations.s.value(cost) = arg2",
        "operations.s.value(count) = arg0.size()",
        "operations.s.value(bytes) = arg9.length");
    assertThat(tap.reads()).containsExactly(1, 0, 2);
    assertThat(tap.readsResult()).isFalse();
    enter(tap, null, List.of("a", "b"), Kind.SIGN, 7L);
    assertThat(told.lines())
        .containsExactly(
            "operation s false SIGN begins",
            "operation s false amount 2",
            "operation s false value COUNT 2.0",
            "operation s false value COST 7.0");
  }

  @Test
  void rejectedCall_countsOnlyAsRejected() {
    RuleTap tap = tap(
        "sign",
        "operations.s.methods = Signer#sign(byte[])",
        "operations.s.participants = arg0.length",
        "operations.s.rejected(busy) = throws *IllegalState*",
        "operations.s.rejected(limit) = returns false");
    assertThat(tap.readsResult()).isTrue();
    throwing(tap, new IllegalStateException(), MESSAGE);
    returns(tap, false, MESSAGE);
    returns(tap, true, MESSAGE);
    assertThat(told.lines())
        .containsExactly(
            "operation s true begins",
            "operation s true rejected busy",
            "operation s true begins",
            "operation s true rejected limit",
            "operation s true begins",
            "operation s true amount 12",
            "operation s true ended SUCCESS");
  }

  @Test
  void conditionsDecideTheOutcome_inTheirOrder() {
    RuleTap tap = tap(
        "sign",
        "operations.s.methods = Signer#sign(byte[])",
        "operations.s.failed = returns false | throws **",
        "operations.s.timeout = throws IOException",
        "operations.s.cancelled = throws IllegalStateException",
        "operations.s.succeeded = throws UnsupportedOperationException");
    returns(tap, false, MESSAGE);
    throwing(tap, new IOException(), MESSAGE);
    throwing(tap, new IllegalStateException(), MESSAGE);
    throwing(tap, new UnsupportedOperationException(), MESSAGE);
    throwing(tap, new TimeoutException(), MESSAGE);
    assertThat(told.lines())
        .filteredOn(line -> line.contains("ended"))
        .containsExactly(
            "operation s false ended FAILURE",
            "operation s false ended TIMEOUT IOException",
            "operation s false ended CANCELLED IllegalStateException",
            "operation s false ended SUCCESS UnsupportedOperationException",
            "operation s false ended FAILURE TimeoutException");
  }

  @Test
  void futureEndsTheOperation_andItsValueIsTheResult() {
    RuleTap tap = tap(
        "signLater",
        "operations.s.methods = Signer#signLater",
        "operations.s.value(bytes) = result.length",
        "operations.s.failed = returns null");
    assertThat(tap.readsResult()).isTrue();
    CompletableFuture<Object> future = new CompletableFuture<>();
    returns(tap, future, "message");
    assertThat(told.lines()).containsExactly("operation s false begins", "operation s false later");
    future.complete(MESSAGE);
    assertThat(told.lines())
        .containsExactly(
            "operation s false (later) value BYTES 12.0",
            "operation s false (later) ended SUCCESS");
    returns(tap, CompletableFuture.completedFuture(null), "message");
    returns(tap, null, "message");
    assertThat(told.lines())
        .containsExactly(
            "operation s false begins",
            "operation s false later",
            "operation s false (later) ended FAILURE",
            "operation s false begins",
            "operation s false ended FAILURE");
  }

  @Test
  void futureThatFailsOrIsCancelled() {
    RuleTap tap = tap(
        "signLater",
        "operations.s.methods = Signer#signLater",
        "operations.s.rejected(busy) = throws UnsupportedOperationException");
    CompletableFuture<Object> cancelled = new CompletableFuture<>();
    returns(tap, cancelled, "message");
    cancelled.cancel(false);
    returns(tap, CompletableFuture.failedFuture(new UnsupportedOperationException()), "message");
    returns(tap, CompletableFuture.failedFuture(new TimeoutException()), "message");
    assertThat(told.lines())
        .filteredOn(line -> line.contains("(later)"))
        .containsExactly(
            "operation s true (later) ended CANCELLED CancellationException",
            "operation s true (later) rejected busy",
            "operation s true (later) ended TIMEOUT TimeoutException");
  }

  @Test
  void eventHappensWhenItReturned_orWhenItIsCalled() {
    RuleTap returned = tap("sign", "events.e.methods = Signer#sign(byte[])");
    returns(returned, true, MESSAGE);
    throwing(returned, new IOException(), MESSAGE);
    assertThat(told.lines()).containsExactly("event e happened");
    RuleTap called =
        tap("sign", "events.e.methods = Signer#sign(byte[])", "events.e.when = called");
    Object token = enter(called, null, MESSAGE);
    assertThat(told.lines()).containsExactly("event e happened");
    called.threw(token, new IOException());
    assertThat(told.lines()).isEmpty();
  }

  @Test
  void eventUnderAProtocol_ifItsConditionHolds() {
    RuleTap tap = tap(
        "sign",
        "events.e.methods = Signer#sign(byte[])",
        "events.e.protocol = task",
        "events.e.if = returns false | throws IOException");
    returns(tap, true, MESSAGE);
    assertThat(told.lines()).isEmpty();
    returns(tap, false, MESSAGE);
    throwing(tap, new IOException(), MESSAGE);
    assertThat(told.lines()).containsExactly("event task e happened", "event task e happened");
  }

  @Test
  void eventOfAFuture_happensWhenTheFutureEndsWell() {
    RuleTap tap = tap("signLater", "events.e.methods = Signer#signLater");
    CompletableFuture<Object> future = new CompletableFuture<>();
    returns(tap, future, "message");
    returns(tap, CompletableFuture.failedFuture(new IOException()), "message");
    assertThat(told.lines()).isEmpty();
    future.complete("done");
    assertThat(told.lines()).containsExactly("event e happened");
  }

  @Test
  void methodsThatHandOnToEachOther_areOneEvent() {
    RuleTap tap = tap("sign", "events.e.methods = Signer#sign(byte[])");
    Object outer = enter(tap, null, MESSAGE);
    Object inner = enter(tap, null, MESSAGE);
    tap.returned(inner, null);
    tap.returned(outer, null);
    assertThat(told.lines()).containsExactly("event e happened");
    returns(tap, null, MESSAGE);
    assertThat(told.lines()).containsExactly("event e happened");
  }

  @Test
  void messages_sentWhenReturned_receivedWhenCalled() {
    String[] lines = {
      "messages.wire.sent.methods = Signer#sign(List,..)",
      "messages.wire.sent.type = arg1",
      "messages.wire.sent.bytes = arg2",
      "messages.wire.sent.peer = arg0",
      "messages.wire.received.methods = Signer#signLater",
      "messages.wire.received.type = arg0",
      "messages.wire.received.type.allow = HELLO, BYE",
      "messages.wire.received.peer = arg0",
    };
    RuleTap sent = tap("sign", lines);
    Object token = enter(sent, null, "node-1", Kind.SIGN, 120L);
    assertThat(told.lines()).isEmpty();
    sent.returned(token, null);
    assertThat(told.lines()).containsExactly("sent wire SIGN node-1 120");
    throwing(sent, new IOException(), "node-1", Kind.SIGN, 120L);
    assertThat(told.lines()).isEmpty();
    RuleTap received = tap("signLater", lines);
    enter(received, null, "HELLO");
    received.returned(null, null);
    assertThat(told.lines()).containsExactly("received wire HELLO HELLO -1");
  }

  @Test
  void receivedMessage_thatIsTheResult() {
    RuleTap tap = tap(
        "execute",
        "messages.wire.received.methods = Signer#execute",
        "messages.wire.received.peer = result");
    returns(tap, "node-2", "x");
    assertThat(told.lines()).containsExactly("received wire node-2 -1");
  }

  @Test
  void heartbeats() {
    String[] lines = {
      "heartbeats.live.sent.methods = Signer#sign(byte[])",
      "heartbeats.live.received.methods = Signer#execute",
      "heartbeats.live.received.peer = arg0",
    };
    returns(tap("sign", lines), true, MESSAGE);
    returns(tap("execute", lines), "", "node-3");
    assertThat(told.lines()).containsExactly("heartbeat OUTBOUND", "heartbeat INBOUND node-3");
  }

  @Test
  void gossip_hasAStatus() {
    RuleTap tap = tap(
        "signLater",
        "gossip.blocks.receive.methods = Signer#signLater",
        "gossip.blocks.receive.duplicate = returns false",
        "gossip.blocks.receive.invalid = throws IllegalArgumentException");
    returns(tap, true, "x");
    returns(tap, CompletableFuture.completedFuture(false), "x");
    throwing(tap, new IllegalArgumentException(), "x");
    throwing(tap, new IOException(), "x");
    assertThat(told.lines())
        .containsExactly(
            "message RECEIVE OK blocks",
            "message RECEIVE DUPLICATE blocks",
            "message RECEIVE INVALID blocks",
            "message RECEIVE ERROR blocks");
  }

  @Test
  void pingsResourcesAndDiscovery() {
    RuleTap ping = tap(
        "execute",
        "pings.test.methods = Signer#execute",
        "pings.test.peer = arg0",
        "pings.test.timeout = returns null");
    returns(ping, null, "node-4");
    RuleTap resource = tap(
        "sign",
        "resources.keys.methods = Signer#sign(byte[])",
        "resources.keys.bytes = arg0.length");
    returns(resource, true, MESSAGE);
    RuleTap discovery = tap(
        "signLater",
        "discovery.dns.methods = Signer#signLater",
        "discovery.dns.found = result.size()");
    returns(discovery, List.of("a", "b"), "x");
    assertThat(told.lines())
        .containsExactly(
            "ping begins",
            "ping peer node-4",
            "ping ended TIMEOUT",
            "resource keys begins",
            "resource keys amount 12",
            "resource keys ended SUCCESS",
            "discovery dns begins",
            "discovery dns amount 2",
            "discovery dns ended SUCCESS");
  }

  @Test
  void queues_sumOverLiveObjects() {
    MethodRules rules =
        Rules.of("queues.in.messages = Inbox#queue.size()", "queues.in.bytes = Inbox#bytes");
    Inbox one = new Inbox("a");
    Inbox two = new Inbox("b");
    two.queue.add("c");
    two.bytes.set(9);
    assertThat(told.read("messages in")).isEqualTo(-1);
    learns(rules, one, two, two);
    assertThat(told.read("messages in")).isEqualTo(3);
    assertThat(told.read("bytes in")).isEqualTo(9);
    rules.close();
    assertThat(told.read("messages in")).isEqualTo(-1);
    learns(rules, new Inbox());
    assertThat(told.read("messages in")).isEqualTo(-1);
  }

  @Test
  void breakers_byTheNamesOfTheirStates() {
    MethodRules rules = Rules.of("breakers.b.state = Inbox#state");
    for (Inbox.State state : Inbox.State.values()) {
      Inbox inbox = new Inbox();
      inbox.state.set(state);
      kept.add(inbox);
      learns(rules, inbox);
    }
    assertThat(told.breakers())
        .containsExactlyInAnyOrder(
            BreakerState.CLOSED, BreakerState.OPEN, BreakerState.HALF_OPEN, BreakerState.OPEN);
  }

  @Test
  void breakerFailures() {
    RuleTap tap = tap("sign", "breakers.b.failure.methods = Signer#sign(byte[])");
    returns(tap, true, MESSAGE);
    assertThat(told.lines()).containsExactly("failure happened");
  }

  private final List<Inbox> kept = new java.util.ArrayList<>();
}
