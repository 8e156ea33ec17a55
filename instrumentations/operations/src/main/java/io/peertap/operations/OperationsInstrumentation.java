package io.peertap.operations;

import io.peertap.api.Hook;
import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.RuleLine;
import io.peertap.api.rule.RuleModule;
import io.peertap.api.rule.RuleSettings;
import io.peertap.operations.rule.RuleSet;
import java.util.List;
import java.util.function.Consumer;

/** The application's own methods, as operations, events, messages and queues. */
public final class OperationsInstrumentation implements RuleModule {

  @Override
  public String name() {
    return "operations";
  }

  @Override
  public String root() {
    return "";
  }

  @Override
  public String gives() {
    return "the application's own methods by rule and by convention: operations, events, messages,"
        + " queues, executors, pings, gossip, resources, discovery, circuit breakers";
  }

  @Override
  public String versions() {
    return "bitcoinj 0.17.1, Ratis 3.3.0, Corda 4.11.7";
  }

  @Override
  public List<Hook> hooks() {
    return List.of();
  }

  @Override
  public List<String> subjects() {
    return List.of(
        "operations",
        "events",
        "queues",
        "executors",
        "messages",
        "heartbeats",
        "pings",
        "gossip",
        "resources",
        "discovery",
        "breakers");
  }

  @Override
  public MethodRules compile(
      List<RuleLine> lines, RuleSettings settings, MethodRules earlier, Consumer<String> problems) {
    return RuleSet.compile(lines, settings, (RuleSet) earlier, problems);
  }
}
