package io.peertap.operations.rule;

import io.peertap.api.Direction;
import io.peertap.api.GossipAction;
import io.peertap.api.GossipStatus;
import io.peertap.api.Measure;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import io.peertap.operations.expression.Condition;
import io.peertap.operations.expression.Expression;
import io.peertap.operations.expression.Label;
import io.peertap.operations.pattern.ClassPatterns;
import io.peertap.operations.pattern.MethodPatterns;
import io.peertap.operations.tap.EndTaps;
import io.peertap.operations.tap.EventTaps;
import io.peertap.operations.tap.GossipTaps;
import io.peertap.operations.tap.Handles;
import io.peertap.operations.tap.KeyedTaps;
import io.peertap.operations.tap.Measured;
import io.peertap.operations.tap.MessageTaps;
import io.peertap.operations.tap.OpenCalls;
import io.peertap.operations.tap.OperationTaps;
import io.peertap.operations.tap.Outcomes;
import io.peertap.operations.tap.Taps;
import io.peertap.operations.tap.Watched;
import io.peertap.operations.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes the rules of one text. */
final class RuleCompiler {

  private final RuleText text;
  private final Keys keys;
  private final boolean convention;
  private final ExecutorRules executors;
  private final List<Rule> rules = new ArrayList<>();

  private RuleCompiler(RuleText text, Keys keys, boolean convention, ExecutorRules executors) {
    this.text = text;
    this.keys = keys;
    this.convention = convention;
    this.executors = executors;
  }

  /** The rules of a text; none if anything in it cannot be accepted. */
  static List<Rule> compile(RuleText text, Keys keys, boolean convention, ExecutorRules executors) {
    RuleCompiler compiler = new RuleCompiler(text, keys, convention, executors);
    if (keys.checkKnown()) {
      keys.word("conventions", List.of("on", "off"));
      int budget = keys.budget();
      if (compiler.saysMore()) {
        compiler.compile(budget);
      }
    }
    return text.isBroken() ? List.of() : compiler.rules;
  }

  /** A text may do no more than switch a convention off. */
  private boolean saysMore() {
    return text.lines().size() > 1 || !keys.has("conventions");
  }

  private void compile(int budget) {
    switch (text.subject()) {
      case Subject.OPERATIONS -> operation(budget);
      case Subject.EVENTS -> event(budget);
      case Subject.QUEUES -> queue(budget);
      case Subject.EXECUTORS -> executor(budget);
      case Subject.MESSAGES -> messages(budget);
      case Subject.HEARTBEATS -> heartbeats(budget);
      case Subject.PINGS -> timed(budget, Handles.ping(), "peer", null, "pings");
      case Subject.GOSSIP -> gossip(budget);
      case Subject.RESOURCES ->
        timed(budget, Handles.resource(text.name()), "peer", "bytes", "resource transfers");
      case Subject.DISCOVERY ->
        timed(budget, Handles.discovery(text.name()), null, "found", "discovery rounds");
      default -> breaker(budget);
    }
  }

  private void operation(int budget) {
    MethodPatterns methods = keys.methods("methods");
    Label kind = keys.label("kind", true);
    List<Measured> numbers = new ArrayList<>();
    number(numbers, null, "participants");
    for (Measure measure : Measure.values()) {
      number(numbers, measure, "value(" + measure.label() + ')');
    }
    Outcomes outcomes = new Outcomes(keys.conditions("rejected"), outcomes());
    boolean rejectable = keys.hasAny("rejected(");
    Supplier<Operation> handle = Handles.operation(text.name(), rejectable);
    OperationTaps taps = new OperationTaps(handle, kind, null, numbers, outcomes);
    if (keys.has("key") || keys.hasAny("ends.")) {
      keyed(budget, methods, taps);
    } else {
      add("", budget, methods, "operations", taps);
    }
  }

  /** An operation that other calls end. */
  private void keyed(int budget, MethodPatterns methods, OperationTaps taps) {
    keys.needs("key", "arg0", "nothing ties an end to its begin");
    keys.needs("ends.methods", "com.acme.Reply#done", "nothing ends what has a key");
    keys.needs("ends.key", "this", "nothing ties an end to its begin");
    OpenCalls calls = new OpenCalls(text.origin() + ": " + text.id(), keys.problems());
    KeyedTaps begins = new KeyedTaps(taps, keys.key("key"), calls);
    Expression key = keys.key("ends.key");
    add("", budget, methods, "operations", begins);
    List<MethodPatterns> chosen = new ArrayList<>();
    ends(budget, ".ends.timeout", Outcome.TIMEOUT, begins, key, chosen);
    ends(budget, ".ends.cancelled", Outcome.CANCELLED, begins, key, chosen);
    ends(budget, ".ends.failed", Outcome.FAILURE, begins, key, chosen);
    ends(budget, ".ends", Outcome.SUCCESS, begins, key, chosen);
  }

  /** Ends of one outcome; a method that an earlier outcome has chosen is left to that. */
  private void ends(
      int budget,
      String part,
      Outcome outcome,
      KeyedTaps begins,
      Expression key,
      List<MethodPatterns> chosen) {
    MethodPatterns methods = keys.patterns(part.substring(1) + ".methods");
    if (methods != null) {
      for (MethodPatterns earlier : chosen) {
        methods.leaveTo(earlier);
      }
      chosen.add(methods);
      String what = "ends of operations, " + outcome.label();
      add(part, budget, methods, what, new EndTaps(begins, key, outcome));
    }
  }

  /** Pings, resources and discovery rounds. */
  private void timed(
      int budget, Supplier<Operation> handle, String peerKey, String amountKey, String what) {
    MethodPatterns methods = keys.methods("methods");
    Expression peer = peerKey == null ? null : keys.atBegin(peerKey);
    List<Measured> numbers = new ArrayList<>();
    if (amountKey != null) {
      number(numbers, null, amountKey);
    }
    Outcomes outcomes = new Outcomes(Map.of(), outcomes());
    add("", budget, methods, what, new OperationTaps(handle, null, peer, numbers, outcomes));
  }

  private void number(List<Measured> numbers, Measure measure, String key) {
    Expression expression = keys.expression(key);
    if (expression != null) {
      numbers.add(new Measured(measure, expression));
    }
  }

  private List<Outcomes.Said> outcomes() {
    Map<String, Outcome> words = new LinkedHashMap<>();
    words.put("succeeded", Outcome.SUCCESS);
    words.put("timeout", Outcome.TIMEOUT);
    words.put("cancelled", Outcome.CANCELLED);
    words.put("failed", Outcome.FAILURE);
    List<Outcomes.Said> said = new ArrayList<>();
    for (Map.Entry<String, Outcome> word : words.entrySet()) {
      Condition condition = keys.condition(word.getKey());
      if (condition != null) {
        said.add(new Outcomes.Said(word.getValue(), condition));
      }
    }
    return said;
  }

  private void event(int budget) {
    MethodPatterns methods = keys.methods("methods");
    boolean called = keys.word("when", List.of("returned", "called")).equals("called");
    String protocol = keys.label("protocol");
    Condition condition = keys.condition("if");
    if (called && condition != null) {
      keys.breaks("with when=called there is no result to look at; take .if or .when out");
    }
    Taps taps = new EventTaps(Handles.event(protocol, text.name()), called, condition);
    add("", budget, methods, "events", taps);
  }

  private void queue(int budget) {
    if (!keys.has("messages") && !keys.has("bytes")) {
      keys.breaks("it reads nothing; add " + Subject.example(text.subject()));
    }
    FieldPattern messages = keys.field("messages", true);
    FieldPattern bytes = keys.field("bytes", false);
    String name = text.name();
    addField("messages", budget, messages, path -> Watched.messages(name, path));
    addField("bytes", budget, bytes, path -> Watched.bytes(name, path));
  }

  private void executor(int budget) {
    ClassPatterns types = keys.types("type");
    if (types != null) {
      rules.add(new ExecutorRule(text, budget, types, measures("executors"), executors));
    }
  }

  private void breaker(int budget) {
    if (!keys.has("state") && !keys.has("failure.methods")) {
      keys.breaks("it reads nothing; add " + Subject.example(text.subject()));
    }
    addField("state", budget, keys.field("state", false), Watched::breakers);
    if (keys.has("failure.methods")) {
      Taps taps = new EventTaps(Handles.breakerFailure(), false, null);
      add(".failure", budget, keys.methods("failure.methods"), "circuit breaker failures", taps);
    }
  }

  private void messages(int budget) {
    sides();
    message(budget, "sent", Direction.OUTBOUND);
    message(budget, "received", Direction.INBOUND);
  }

  private void message(int budget, String side, Direction direction) {
    if (keys.hasAny(side + '.')) {
      MethodPatterns methods = keys.methods(side + ".methods");
      Label type = keys.label(side + ".type", false);
      Expression peer = keys.expression(side + ".peer");
      Expression bytes = keys.expression(side + ".bytes");
      Taps taps = new MessageTaps(text.name(), direction, type, peer, bytes);
      add('.' + side, budget, methods, "messages " + side, taps);
    }
  }

  private void heartbeats(int budget) {
    sides();
    heartbeat(budget, "sent", Direction.OUTBOUND);
    heartbeat(budget, "received", Direction.INBOUND);
  }

  private void heartbeat(int budget, String side, Direction direction) {
    if (keys.hasAny(side + '.')) {
      MethodPatterns methods = keys.methods(side + ".methods");
      Taps taps = new MessageTaps(null, direction, null, keys.expression(side + ".peer"), null);
      add('.' + side, budget, methods, "heartbeats " + side, taps);
    }
  }

  private void sides() {
    if (!keys.hasAny("sent.") && !keys.hasAny("received.")) {
      keys.breaks("it chooses no methods; add " + Subject.example(text.subject()));
    }
  }

  private void gossip(int budget) {
    boolean any = false;
    for (GossipAction action : GossipAction.values()) {
      String prefix = action.label() + '.';
      if (keys.hasAny(prefix)) {
        any = true;
        MethodPatterns methods = keys.methods(prefix + "methods");
        Taps taps = new GossipTaps(text.name(), action, statuses(prefix));
        add('.' + action.label(), budget, methods, "gossip messages, " + action.label(), taps);
      }
    }
    if (!any) {
      keys.breaks("it chooses no methods; add " + Subject.example(text.subject()));
    }
  }

  private List<GossipTaps.Said> statuses(String prefix) {
    List<GossipTaps.Said> said = new ArrayList<>();
    status(said, prefix + "duplicate", GossipStatus.DUPLICATE);
    status(said, prefix + "invalid", GossipStatus.INVALID);
    status(said, prefix + "failed", GossipStatus.ERROR);
    return said;
  }

  private void status(List<GossipTaps.Said> said, String key, GossipStatus status) {
    Condition condition = keys.condition(key);
    if (condition != null) {
      said.add(new GossipTaps.Said(status, condition));
    }
  }

  private void add(String part, int budget, MethodPatterns methods, String what, Taps taps) {
    rules.add(new MethodRule(
        text.id() + part, text.origin(), budget, methods, measures(what), taps, convention));
  }

  private void addField(
      String what, int budget, FieldPattern pattern, Function<Expression, Watched> watch) {
    if (pattern != null) {
      String name = text.id() + '.' + what;
      rules.add(new FieldRule(name, text.origin(), budget, pattern, measures(what), watch));
    }
  }

  /** What is measured, and every key but those that choose. */
  private String measures(String what) {
    StringBuilder words = new StringBuilder(what);
    for (String key : text.lines().keySet()) {
      if (!key.endsWith("methods")) {
        words
            .append("; ")
            .append(key)
            .append(" = ")
            .append(Texts.shown(text.lines().get(key).value()));
      }
    }
    return words.toString();
  }
}
