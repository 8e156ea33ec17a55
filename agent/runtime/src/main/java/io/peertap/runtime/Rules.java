package io.peertap.runtime;

import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.RuleReport;
import io.peertap.config.Problems;
import io.peertap.config.RuleOptions;
import io.peertap.config.RulesFile;
import io.peertap.weaver.ModuleEntry;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * The rules of one agent: in force from its start to its end, replaced when their file changes. Only
 * the heart's thread ticks.
 */
final class Rules {

  /** After which a rule should have matched something. */
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

  private final Rulebook book;
  private final AgentLog log;
  private final java.lang.instrument.Instrumentation jvm;
  private final RulesWatch watch; // Null: no file.
  private volatile String unreadable;
  private volatile Rulebook.Edition edition;
  private List<String> told = List.of();
  private RuleNews news;

  private Rules(Rulebook book, AgentLog log, java.lang.instrument.Instrumentation jvm) {
    this.book = book;
    this.log = log;
    this.jvm = jvm;
    this.watch = book.file() == null ? null : new RulesWatch(book.file());
    this.edition = book.edition(watch == null ? null : firstLook(), null);
  }

  /** Reads and compiles the rules; what is wrong with them is said at once. */
  static Rules start(
      List<ModuleEntry> enabled,
      RuleOptions options,
      AgentLog log,
      java.lang.instrument.Instrumentation jvm) {
    Rules rules = new Rules(new Rulebook(enabled, options), log, jvm);
    rules.tellProblems();
    return rules;
  }

  /** The rules in force. */
  MethodRules inForce() {
    return edition.rules();
  }

  /** What every rule in force has chosen. */
  List<RuleReport> reports() {
    return edition.rules().reports();
  }

  /** What is wrong with the rules as they were last read, a line each. */
  List<String> problems() {
    Problems problems = new Problems();
    if (unreadable != null) {
      problems.add(unreadable);
    }
    problems.addAll(edition.problems().lines());
    return problems.lines();
  }

  /**
   * Looks at the file, if that is wanted, puts what has changed in force, and tells what is new.
   *
   * @param weaver puts rules in force and answers how many classes it changed
   */
  void tick(ToIntFunction<MethodRules> weaver) {
    long now = System.nanoTime();
    boolean others = watch != null && book.isReloaded() && look(weaver);
    if (news == null) {
      news = new RuleNews(log, PATIENCE, new LoadedClasses(jvm));
      others = true;
    }
    if (others) {
      news.restart(now);
    }
    tellProblems();
    inForce().declare();
    news.tell(reports(), now);
  }

  /** Each once, for as long as it stays. */
  private void tellProblems() {
    List<String> now = problems();
    for (String problem : now) {
      if (!told.contains(problem)) {
        log.warn(problem);
      }
    }
    told = now;
  }

  /** Ends what the rules in force do on their own. */
  void close() {
    edition.rules().close();
  }

  private RulesFile.Content firstLook() {
    try {
      return watch.look();
    } catch (IOException e) {
      unreadable = e.getMessage() + "; going on without it";
      return null;
    }
  }

  /** Whether other rules are in force now. */
  private boolean look(ToIntFunction<MethodRules> weaver) {
    try {
      RulesFile.Content changed = watch.look();
      if (changed == null) {
        return false;
      }
      unreadable = null;
      return replace(book.edition(changed, edition.rules()), weaver);
    } catch (IOException e) {
      unreadable = e.getMessage() + "; the rules in force stay";
      return false;
    }
  }

  private boolean replace(Rulebook.Edition next, ToIntFunction<MethodRules> weaver) {
    Rulebook.Edition before = edition;
    if (next.rules() == before.rules()) {
      edition = next;
      return false;
    }
    int classes = weaver.applyAsInt(next.rules());
    edition = next; // Whoever reads of a rule may rely on it.
    before.rules().close();
    log.info("rules read anew from " + book.file() + ": " + summary(next.rules().reports()) + ", "
        + AgentText.counted(classes, "class", "classes") + " retransformed");
    return true;
  }

  private static String summary(List<RuleReport> reports) {
    int rules = 0;
    Set<String> methods = new HashSet<>();
    for (RuleReport report : reports) {
      rules += RuleNews.isConvention(report) ? 0 : 1;
      methods.addAll(report.methods());
    }
    return AgentText.counted(rules, "rule", "rules") + ", "
        + AgentText.counted(methods.size(), "method", "methods");
  }
}
