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
