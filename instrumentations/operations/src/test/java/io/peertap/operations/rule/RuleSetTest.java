package io.peertap.operations.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.peertap.api.rule.Choice;
import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.RuleReport;
import io.peertap.api.rule.RuleSettings;
import io.peertap.operations.Rules;
import io.peertap.operations.Told;
import io.peertap.operations.Views;
import io.peertap.operations.hosts.Inbox;
import io.peertap.operations.hosts.Job;
import io.peertap.operations.hosts.Notary;
import io.peertap.operations.hosts.Signer;
import io.peertap.operations.hosts.Step;
import io.peertap.operations.result.SuspendTap;
import java.util.ArrayList;
import java.util.List;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import org.junit.jupiter.api.Test;

class RuleSetTest {

  private static final RuleSettings SETTINGS = new RuleSettings(false, false, 1000);

  private final List<String> problems = new ArrayList<>();

  private MethodRules rules(MethodRules earlier, String... lines) {
    return Rules.compile(SETTINGS, earlier, problems::add, lines);
  }

  private MethodRules budget(int budget, String... lines) {
    return Rules.compile(new RuleSettings(false, false, budget), null, problems::add, lines);
  }

  @Test
  void noRules_concernNothing() {
    MethodRules rules = rules(null);
    assertThat(rules.mayConcern("com.acme.SigningExecutor")).isFalse();
    assertThat(rules.choose(Views.of(Signer.class))).isEmpty();
    assertThat(rules.reports()).isEmpty();
  }

  @Test
  void namesDecideWhatIsLookedAt() {
    MethodRules rules = rules(null, "operations.x.methods = com.acme.*Signer#sign");
    assertThat(rules.mayConcern("com.acme.FastSigner")).isTrue();
    assertThat(rules.mayConcern("com.acme.tss.FastSigner")).isFalse();
    MethodRules wide = rules(null, "operations.x.methods = **#sign, implements Job#run");
    assertThat(wide.mayConcern("io.netty.channel.Channel")).isTrue();
    assertThat(wide.mayConcern("java.util.ArrayList")).isFalse();
    assertThat(wide.mayConcern("com.sun.proxy.$Proxy1")).isFalse();
    assertThat(wide.mayConcern("io.peertap.Premain")).isFalse();
    assertThat(wide.mayConcern("io.peertap.testapp.Node")).isTrue();
  }

  @Test
  void sameClass_sameAnswer() {
    MethodRules rules = rules(null, "operations.x.methods = Signer#sign*");
    List<Choice> first = rules.choose(Views.of(Signer.class));
    assertThat(first).hasSize(5).allMatch(choice -> choice.rule().equals("operations.x"));
    assertThat(rules.choose(Views.of(Signer.class))).isEqualTo(first);
  }

  @Test
  void severalRules_mayChooseTheSameMethod() {
    MethodRules rules =
        rules(null, "operations.x.methods = Signer#signs", "operations.y.methods = Signer#signs");
    assertThat(rules.choose(Views.of(Signer.class)))
        .extracting(Choice::rule)
        .containsExactly("operations.x", "operations.y");
  }

  @Test
  void budgetOfARule() {
    String[] lines = {"operations.x.methods = Signer#sign*", "operations.x.budget = 2"};
    MethodRules rules = rules(null, lines);
    assertThat(rules.choose(Views.of(Signer.class))).hasSize(2);
    assertThat(rules.choose(Views.of(Signer.class))).hasSize(2);
    assertThat(rules.choose(Views.of(Signer.Inner.class))).isEmpty();
    assertThat(problems)
        .containsExactly("r:1: operations.x: io.peertap.operations.hosts.Signer#signLater"
            + "(java.lang.String) is beyond the rule's budget of 2 methods and not counted, nor is"
            + " what comes after it; narrow the patterns or raise operations.x.budget");
    assertThat(rules.nearMisses(Views.of(Signer.class)))
        .hasSize(3)
        .allMatch(line -> line.contains("beyond the rule's budget of 2 methods"));
  }

  @Test
  void budgetOfAllRules() {
    MethodRules rules =
        budget(3, "operations.x.methods = Signer#sign", "operations.y.methods = Signer#sign*");
    assertThat(rules.choose(Views.of(Signer.class))).hasSize(3);
    assertThat(rules.choose(Views.of(Signer.class))).hasSize(3);
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0))
        .startsWith("r:2: operations.y: ")
        .contains("beyond the budget of 3 methods for all rules")
        .endsWith("raise operations.methods.max");
  }

  @Test
  void reload_keepsTheTapsOfRulesThatSayTheSame() {
    MethodRules first =
        rules(null, "operations.x.methods = Signer#signs", "operations.y.methods = Signer#signs");
    List<Choice> before = first.choose(Views.of(Signer.class));
    MethodRules second = rules(
        first,
        "operations.y.methods = Signer#signs",
        "operations.y.failed = returns false",
        "operations.x.methods = Signer#signs");
    List<Choice> after = second.choose(Views.of(Signer.class));
    assertThat(after.get(1).tap()).isSameAs(before.get(0).tap());
    assertThat(after.get(0).tap()).isNotSameAs(before.get(1).tap());
    assertThat(second.reports())
        .extracting(RuleReport::rule, RuleReport::origin)
        .containsExactly(tuple("operations.y", "r:1"), tuple("operations.x", "r:3"));
  }

  @Test
  void reload_goesOnReadingQueuesThatStay() {
    try (Told told = Told.install()) {
      String[] lines = {"queues.in.messages = Inbox#queue.size()"};
      MethodRules first = rules(null, lines);
      Inbox inbox = new Inbox("a");
      first.choose(Views.of(Inbox.class)).forEach(choice -> choice.tap().returned(null, inbox));
      MethodRules second = rules(first, lines);
      first.close();
      assertThat(told.read("messages in")).isEqualTo(1);
      MethodRules third = rules(second);
      second.close();
      assertThat(told.read("messages in")).isEqualTo(-1);
      third.close();
      assertThat(inbox.queue).hasSize(1);
    }
  }

  @Test
  void conventionsAreReplacedByName_orSwitchedOffByName() {
    RuleSettings conventional = new RuleSettings(true, false, 1000);
    MethodRules all = Rules.compile(conventional, null, problems::add);
    assertThat(Rules.chosen(all, SigningExecutor.class)).containsExactly("signIt()");
    assertThat(all.reports())
        .singleElement()
        .satisfies(report -> assertThat(report.rule()).isEqualTo("operations.signing"))
        .satisfies(report -> assertThat(report.origin()).isEqualTo("convention"));
    MethodRules other = Rules.compile(
        conventional, all, problems::add, "operations.signing.methods = Signer#signs");
    assertThat(Rules.chosen(other, SigningExecutor.class)).isEmpty();
    MethodRules off =
        Rules.compile(conventional, other, problems::add, "operations.signing.conventions = off");
    assertThat(Rules.chosen(off, SigningExecutor.class)).isEmpty();
    MethodRules back = Rules.compile(conventional, off, problems::add);
    assertThat(Rules.chosen(back, SigningExecutor.class)).containsExactly("signIt()");
    assertThat(problems).isEmpty();
  }

  @Test
  void methodOfARule_isNoConventionsOfTheSameSubject() {
    MethodRules rules = Rules.compile(
        new RuleSettings(true, false, 1000),
        null,
        problems::add,
        "operations.mine.methods = SigningExecutor#signIt");
    assertThat(rules.choose(Views.of(SigningExecutor.class)))
        .extracting(Choice::rule)
        .containsExactly("operations.mine");
  }

  @Test
  void nearMisses() {
    MethodRules rules = rules(
        null,
        "operations.a.methods = Signer#nowhere",
        "operations.b.methods = Signer#sign(int)",
        "operations.c.methods = Signer#signs, !Signer#signs",
        "operations.d.methods = Job#execute, Step#prepare",
        "queues.q.messages = Inbox#SHARED.size()");
    String hosts = "io.peertap.operations.hosts.";
    assertThat(rules.nearMisses(Views.of(Signer.class)))
        .containsExactly(
            "operations.a: " + hosts + "Signer: it declares no method of that name",
            "operations.b: " + hosts + "Signer#sign(byte[]): its parameters differ from"
                + " Signer#sign(int)",
            "operations.b: " + hosts + "Signer#sign(java.util.List," + hosts
                + "Signer$Kind,long): its parameters differ from Signer#sign(int)",
            "operations.c: " + hosts + "Signer#signs(): excluded by !Signer#signs");
    assertThat(rules.nearMisses(Views.of(Job.class)))
        .containsExactly("operations.d: " + hosts + "Job#execute(java.lang.String): it has no code;"
            + " choose the classes that implement it");
    assertThat(rules.nearMisses(Views.of(Step.class))).hasSize(1);
    assertThat(rules.nearMisses(Views.of(Inbox.class)))
        .containsExactly("queues.q.messages: " + hosts
            + "Inbox: it has no such field, or a static one, which cannot be read");
  }

  @Test
  void reports() {
    MethodRules rules = rules(
        null,
        "operations.x.methods = Signer#signs, Nowhere#at",
        "operations.x.failed = returns false");
    rules.choose(Views.of(Signer.class));
    assertThat(rules.reports())
        .containsExactly(new RuleReport(
            "operations.x",
            "r:1",
            List.of("Signer#signs", "Nowhere#at"),
            "operations; failed = returns false",
            List.of("io.peertap.operations.hosts.Signer#signs()")));
  }

  @Test
  void methodsThatEnd_areRulesOfTheirOwn_eachMethodOfOneOutcome() {
    MethodRules rules = rules(
        null,
        "operations.x.methods = Notary#seal(*,*)",
        "operations.x.key = arg1",
        "operations.x.ends.methods = Waiter#*ed, Waiter#name",
        "operations.x.ends.key = this",
        "operations.x.ends.failed.methods = Waiter#spoiled, Waiter#lapsed, !Waiter#sealed",
        "operations.x.ends.timeout.methods = Waiter#lapsed");
    rules.choose(Views.of(Notary.class));
    assertThat(Rules.chosen(rules, Notary.Waiter.class))
        .containsExactlyInAnyOrder("lapsed()", "spoiled()", "sealed()", "name()");
    String waiter = Notary.Waiter.class.getName();
    assertThat(rules.reports())
        .extracting(RuleReport::rule, RuleReport::methods)
        .containsExactly(
            tuple(
                "operations.x",
                List.of(Notary.class.getName() + "#seal(java.lang.String,"
                    + Notary.Reply.class.getName() + ")")),
            tuple("operations.x.ends.timeout", List.of(waiter + "#lapsed()")),
            tuple("operations.x.ends.failed", List.of(waiter + "#spoiled()")),
            tuple("operations.x.ends", List.of(waiter + "#sealed()", waiter + "#name()")));
    assertThat(rules.reports().get(3).measures())
        .isEqualTo("ends of operations, success; key = arg1; ends.key = this");
    assertThat(rules.nearMisses(Views.of(Notary.Waiter.class))).isEmpty();
  }

  @Test
  void suspendFunction_isChosenIfItsEndCanBeSeen() {
    MethodRules rules = rules(null, "operations.x.methods = Hopping#*");
    assertThat(rules.choose(Views.of(Hopping.class)))
        .singleElement()
        .satisfies(choice -> assertThat(choice.method().name()).isEqualTo("stays"))
        .satisfies(choice -> assertThat(choice.tap()).isInstanceOf(SuspendTap.class));
    assertThat(rules.nearMisses(Views.of(Hopping.class)))
        .containsExactly("operations.x: " + Hopping.class.getName()
            + "#hops(kotlin.coroutines.Continuation): it hands on to another suspend function and"
            + " its end cannot be seen; hook that one");
  }

  /** As Kotlin compiles suspend functions. */
  static class Hopping {
    Object hops(Continuation<Object> caller) {
      return stays(caller);
    }

    Object stays(Continuation<Object> caller) {
      return caller instanceof State state ? state : new State(caller);
    }

    /** The state machine of a function. */
    record State(Continuation<Object> caller) implements Continuation<Object> {
      @Override
      public CoroutineContext getContext() {
        return caller.getContext();
      }

      @Override
      public void resumeWith(Object result) {}
    }
  }

  /** Named like a convention. */
  static class SigningExecutor {
    void signIt() {}

    void getSigned() {}

    private static void signInSecret() {}

    static {
      signInSecret();
    }
  }
}
