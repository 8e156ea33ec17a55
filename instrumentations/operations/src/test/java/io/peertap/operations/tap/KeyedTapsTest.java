package io.peertap.operations.tap;

import static io.peertap.operations.Rules.enter;
import static io.peertap.operations.Rules.returns;
import static io.peertap.operations.Rules.throwing;
import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.RuleSettings;
import io.peertap.api.rule.RuleTap;
import io.peertap.operations.Rules;
import io.peertap.operations.Told;
import io.peertap.operations.hosts.Notary;
import io.peertap.operations.hosts.Notary.Waiter;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operations that another call ends. */
class KeyedTapsTest {

  private static final String BEGUN = "operation s false begins";
  private static final String LATER = "operation s false later";
  private static final String DONE = "operation s false (later) ended SUCCESS";
  private static final String CANCELLED = "operation s false (later) ended CANCELLED";

  private static final String[] SEALING = {
    "operations.s.methods = Notary#seal, Notary#post",
    "operations.s.key = arg1",
    "operations.s.ends.key = this",
    "operations.s.ends.methods = implements io.peertap.operations.hosts.Notary$Reply#*",
    "operations.s.ends.failed.methods = Waiter#spoiled, Waiter#lapsed, Waiter#withdrawn",
    "operations.s.ends.timeout.methods = Waiter#lapsed",
    "operations.s.ends.cancelled.methods = Waiter#withdrawn",
  };

  private static final String[] COPYING = {
    "operations.s.methods = Notary#request",
    "operations.s.key = arg0",
    "operations.s.ends.methods = Notary#copied",
    "operations.s.ends.key = arg0",
  };

  private final Waiter waiter = new Waiter("a");
  private Told told;

  @BeforeEach
  void install() {
    told = Told.install();
  }

  @AfterEach
  void leave() {
    told.close();
  }

  private static MethodRules sealing(String... more) {
    List<String> lines = new ArrayList<>(List.of(SEALING));
    lines.addAll(List.of(more));
    return Rules.of(lines.toArray(String[]::new));
  }

  private static RuleTap begins(MethodRules rules) {
    return Rules.tap(rules, Notary.class, "seal");
  }

  private static void end(MethodRules rules, String method, Object callback) {
    RuleTap tap = Rules.tap(rules, Waiter.class, method);
    tap.returned(enter(tap, callback), null);
  }

  @Test
  void anotherCallEndsIt_once() {
    MethodRules rules = sealing();
    returns(begins(rules), true, "deed", waiter);
    assertThat(told.lines()).containsExactly(BEGUN, LATER);
    end(rules, "sealed", waiter);
    assertThat(told.lines()).containsExactly(DONE);
    end(rules, "sealed", waiter);
    end(rules, "spoiled", waiter);
    assertThat(told.lines()).isEmpty();
  }

  @Test
  void methodThatEndsIt_decidesTheOutcome() {
    MethodRules rules = sealing();
    for (String method : List.of("sealed", "spoiled", "lapsed", "withdrawn")) {
      returns(begins(rules), true, "deed", waiter);
      end(rules, method, waiter);
    }
    assertThat(told.lines())
        .filteredOn(line -> line.contains("ended"))
        .containsExactly(
            DONE,
            "operation s false (later) ended FAILURE",
            "operation s false (later) ended TIMEOUT",
            CANCELLED);
  }

  @Test
  void endWhileTheMethodRuns_isTheEnd_andTheThreadMayBeginTheNext() {
    MethodRules rules = sealing();
    RuleTap tap = begins(rules);
    Object first = enter(tap, null, "deed", waiter);
    end(rules, "sealed", waiter);
    assertThat(told.lines()).containsExactly(BEGUN, LATER, DONE);
    Object next = enter(tap, null, "next", waiter);
    tap.returned(next, true);
    tap.returned(first, true);
    assertThat(told.lines()).containsExactly(BEGUN, LATER);
    end(rules, "sealed", waiter);
    assertThat(told.lines()).containsExactly(DONE);
  }

  @Test
  void endOnAnotherThreadWhileTheMethodRuns_isTheEnd_andTheThreadIsStillInside() throws Exception {
    MethodRules rules = sealing();
    RuleTap tap = begins(rules);
    Object token = enter(tap, null, "deed", waiter);
    Thread clerk = new Thread(() -> end(rules, "sealed", waiter));
    clerk.start();
    clerk.join();
    assertThat(told.lines()).containsExactly(BEGUN, LATER, DONE);
    returns(tap, true, "the same, handed on", new Waiter("wrapped"));
    tap.threw(token, new IOException());
    assertThat(told.lines()).isEmpty();
    returns(tap, true, "next", waiter);
    assertThat(told.lines()).containsExactly(BEGUN, LATER);
  }

  @Test
  void endOfAnotherCall_leavesTheThreadInside() {
    MethodRules rules = sealing();
    Waiter other = new Waiter("b");
    returns(begins(rules), true, "deed", other);
    Object token = enter(begins(rules), null, "deed", waiter);
    end(rules, "sealed", other);
    told.lines();
    returns(begins(rules), true, "handed on", new Waiter("wrapped"));
    assertThat(told.lines()).isEmpty();
    begins(rules).returned(token, true);
  }

  @Test
  void exception_endsItAtOnce_andForgetsTheKey() {
    MethodRules rules = sealing();
    throwing(begins(rules), new TimeoutException(), "deed", waiter);
    assertThat(told.lines())
        .containsExactly(BEGUN, LATER, "operation s false (later) ended TIMEOUT TimeoutException");
    end(rules, "sealed", waiter);
    assertThat(told.lines()).isEmpty();
  }

  @Test
  void refusedCall_isOver() {
    MethodRules rules = sealing("operations.s.rejected(busy) = throws IOException | returns false");
    throwing(begins(rules), new IOException(), "deed", waiter);
    returns(begins(rules), false, "deed", waiter);
    end(rules, "sealed", waiter);
    assertThat(told.lines())
        .containsExactly(
            "operation s true begins",
            "operation s true later",
            "operation s true (later) rejected busy",
            "operation s true begins",
            "operation s true later",
            "operation s true (later) rejected busy");
  }

  @Test
  void resultThatAConditionNames_endsIt_othersDoNot() {
    MethodRules rules = sealing("operations.s.failed = returns false");
    returns(begins(rules), false, "", waiter);
    assertThat(told.lines())
        .containsExactly(BEGUN, LATER, "operation s false (later) ended FAILURE");
    returns(begins(rules), true, "deed", waiter);
    assertThat(told.lines()).containsExactly(BEGUN, LATER);
  }

  @Test
  void futureThatTheMethodReturns_endsItOnlyIfItFails() {
    MethodRules rules = sealing();
    RuleTap post = Rules.tap(rules, Notary.class, "post");
    returns(post, CompletableFuture.completedFuture("on its way"), "deed", waiter);
    assertThat(told.lines()).containsExactly(BEGUN, LATER);
    end(rules, "sealed", waiter);
    assertThat(told.lines()).containsExactly(DONE);
    returns(post, CompletableFuture.failedFuture(new IOException()), "deed", waiter);
    assertThat(told.lines())
        .containsExactly(BEGUN, LATER, "operation s false (later) ended FAILURE IOException");
  }

  @Test
  void numbersAreToldOnce() {
    MethodRules rules = sealing(
        "operations.s.rejected(busy) = throws IOException",
        "operations.s.value(cost) = arg0.length",
        "operations.s.value(count) = result");
    RuleTap tap = begins(rules);
    Object token = enter(tap, null, new byte[3], waiter);
    tap.returned(token, true);
    end(rules, "sealed", waiter);
    assertThat(told.lines())
        .containsExactly(
            "operation s true begins",
            "operation s true later",
            "operation s true (later) value COUNT 1.0",
            "operation s true (later) value COST 3.0",
            "operation s true (later) ended SUCCESS");
  }

  @Test
  void secondBeginOfAnOpenKey_cancelsTheFirst_unlessItIsRefused() {
    MethodRules rules = sealing("operations.s.failed = throws IOException");
    RuleTap tap = begins(rules);
    returns(tap, true, "deed", waiter);
    told.lines();
    throwing(tap, new IOException(), "again", waiter);
    assertThat(told.lines())
        .containsExactly(BEGUN, LATER, "operation s false (later) ended FAILURE IOException");
    returns(tap, true, "again", waiter);
    assertThat(told.lines()).containsExactly(BEGUN, LATER, CANCELLED);
    end(rules, "sealed", waiter);
    end(rules, "sealed", waiter);
    assertThat(told.lines()).containsExactly(DONE);
  }

  @Test
  void keysAreObjects_notWhatIsEqual() {
    MethodRules rules = sealing();
    Waiter equal = new Waiter("a");
    returns(begins(rules), true, "deed", waiter);
    returns(begins(rules), true, "deed", equal);
    end(rules, "sealed", equal);
    assertThat(told.lines()).containsExactly(BEGUN, LATER, BEGUN, LATER, DONE);
    end(rules, "sealed", new Waiter("a"));
    assertThat(told.lines()).isEmpty();
    end(rules, "sealed", waiter);
    assertThat(told.lines()).containsExactly(DONE);
  }

  @Test
  void numbersAndTexts_areTheSameIfEqual() {
    MethodRules rules = Rules.of(COPYING);
    RuleTap request = Rules.tap(rules, Notary.class, "request");
    RuleTap copied = Rules.tap(rules, Notary.class, "copied");
    returns(request, null, 1_000L);
    enter(copied, null, 1_001);
    assertThat(told.lines()).containsExactly(BEGUN, LATER);
    enter(copied, null, 1_000);
    assertThat(told.lines()).containsExactly(DONE);
    returns(request, null, "x".repeat(3));
    enter(copied, null, "xxx");
    assertThat(told.lines()).containsExactly(BEGUN, LATER, DONE);
  }

  @Test
  void callWithoutAKey_isNotCounted() {
    MethodRules rules = sealing();
    returns(begins(rules), true, "deed", null);
    RuleTap withoutReply = rules.choose(io.peertap.operations.Views.of(Notary.class)).stream()
        .filter(choice -> choice.method().toString().equals("seal(java.lang.String)"))
        .findFirst()
        .orElseThrow()
        .tap();
    Object token = enter(withoutReply, null, "deed");
    assertThat(told.lines()).isEmpty();
    returns(begins(rules), true, "handed on", waiter);
    assertThat(told.lines()).containsExactly(BEGUN, LATER);
    withoutReply.returned(token, null);
  }

  @Test
  void collectedCallback_cancelsItsCall() {
    MethodRules rules = sealing();
    returns(begins(rules), true, "deed", waiter);
    told.lines();
    WeakReference<Object> gone = beginWithACallbackThatGoes(rules);
    assertThat(told.lines()).containsExactly(BEGUN, LATER);
    Awaitility.await().until(() -> {
      System.gc();
      told.ask();
      return gone.refersTo(null) && told.lines().equals(List.of(CANCELLED));
    });
    assertThat(told.asked()).isEqualTo(1);
    end(rules, "sealed", waiter);
    told.ask();
    assertThat(told.asked()).isZero();
  }

  private WeakReference<Object> beginWithACallbackThatGoes(MethodRules rules) {
    Waiter goes = new Waiter("goes");
    returns(begins(rules), true, "deed", goes);
    return new WeakReference<>(goes);
  }

  @Test
  void tooManyOpenCalls_areToldOnce() {
    List<String> problems = new ArrayList<>();
    MethodRules rules =
        Rules.compile(new RuleSettings(false, false, 100), null, problems::add, COPYING);
    RuleTap request = Rules.tap(rules, Notary.class, "request");
    for (long i = 0; i < OpenCalls.MOST + 2; i++) {
      returns(request, null, i);
    }
    assertThat(told.lines()).hasSize(2 * OpenCalls.MOST);
    assertThat(problems)
        .containsExactly("r:1: operations.s: 100000 calls are open and what begins is not counted"
            + " until some have ended; see whether ends.methods names every method that ends them");
    enter(Rules.tap(rules, Notary.class, "copied"), null, 7);
    returns(request, null, 7L);
    assertThat(told.lines()).containsExactly(DONE, BEGUN, LATER);
  }

  @Test
  void changedRule_endsWhatTheOldOneBegan() {
    MethodRules first = sealing();
    returns(begins(first), true, "deed", waiter);
    Object inside = enter(begins(first), null, "deed", new Waiter("b"));
    List<String> lines = new ArrayList<>(List.of(SEALING));
    lines.add("operations.s.failed = throws IOException");
    List<String> problems = new ArrayList<>();
    MethodRules second = Rules.compile(
        new RuleSettings(false, false, 100), first, problems::add, lines.toArray(String[]::new));
    first.close();
    begins(first).returned(inside, true);
    told.lines();
    end(second, "lapsed", waiter);
    assertThat(told.lines()).containsExactly("operation s false (later) ended TIMEOUT");
    returns(begins(second), true, "deed", waiter);
    assertThat(told.lines()).containsExactly(BEGUN, LATER);
    second.close();
    end(second, "sealed", waiter);
    assertThat(told.lines()).isEmpty();
  }
}
