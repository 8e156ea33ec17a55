package io.peertap.runtime;

import io.peertap.api.Hook;
import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.RuleLine;
import io.peertap.api.rule.RuleModule;
import io.peertap.api.rule.RuleSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Rules of the simplest kind: {@code calls.<name> = <class>#<method>}. */
public final class SampleModule implements RuleModule {

  /** Everything that was compiled, first to last. */
  final List<SampleRules> compiled = new ArrayList<>();

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public String root() {
    return "";
  }

  @Override
  public String gives() {
    return "samples by name";
  }

  @Override
  public String versions() {
    return "1.0 to 1.2";
  }

  @Override
  public List<Hook> hooks() {
    return List.of();
  }

  @Override
  public List<String> subjects() {
    return List.of("calls");
  }

  @Override
  public MethodRules compile(
      List<RuleLine> lines, RuleSettings settings, MethodRules earlier, Consumer<String> problems) {
    List<RuleLine> sound = new ArrayList<>();
    for (RuleLine line : lines) {
      if (line.value().equals("crash")) {
        throw new IllegalStateException("crash");
      }
      if (line.value().indexOf('#') < 0) {
        problems.accept(line.origin() + ": " + line.key() + " takes <class>#<method>");
      } else {
        sound.add(line);
      }
    }
    SampleRules rules = new SampleRules(sound, settings, (SampleRules) earlier, problems);
    compiled.add(rules);
    return rules;
  }
}
