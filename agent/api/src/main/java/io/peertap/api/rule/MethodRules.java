package io.peertap.api.rule;

import java.util.List;

/** Rules that were checked and are in force. */
public interface MethodRules {

  /**
   * Whether some rule may choose from the class of this name. Asked for every class that is loaded,
   * on the loading thread: it looks at the name and nothing else.
   */
  boolean mayConcern(String binaryName);

  /**
   * What the rules choose from a class. The same class answers the same, whether it is asked at its
   * loading or again.
   */
  List<Choice> choose(ClassView type);

  /** Why rules that came close chose nothing or less from a class, a line each. */
  List<String> nearMisses(ClassView type);

  /** What every rule has chosen so far. */
  List<RuleReport> reports();

  /**
   * Asks the telemetry for the handles of what was chosen, so that its series stand with zero before
   * the first call: an increase from nothing is none that an alert could see.
   */
  default void declare() {}

  /** Ends what runs on its own: what is read at scrape. Taps of rules that go on are not affected. */
  void close();
}
