package io.peertap.runtime;

import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.RuleReport;
import io.peertap.config.Config;
import io.peertap.config.ConfigReader;
import io.peertap.config.RulesFile;
import io.peertap.weaver.ClassFileView;
import io.peertap.weaver.ModuleEntry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what rules would choose from class files, without loading one of them. */
final class Explain {

  private final ClassFolders classes = new ClassFolders();
  private final Set<String> nearMisses = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private int written;
  private int unmatched;
  private int methods;

  private Explain() {}

  /**
   * Prints what is chosen.
   *
   * @param options as the agent argument has them
   * @param paths jars and directories
   * @return the exit code: 0, 1 if there are problems or a rule chooses nothing, 2 if a path makes no
   *     sense
   */
  static int run(Map<String, String> options, List<Path> paths, PrintStream out) {
    try {
      Explain explain = new Explain();
      explain.explain(options, paths);
      out.print(explain.out);
      return explain.problems.isEmpty() && explain.unmatched == 0
          ? CommandLine.DONE
          : CommandLine.NOT_DONE;
    } catch (IOException e) {
      return CommandLine.complain(e.getMessage(), CommandLine.NONSENSE);
    }
  }

  private void explain(Map<String, String> options, List<Path> paths) throws IOException {
    for (Path path : paths) {
      classes.add(path);
    }
    List<ModuleEntry> modules = Modules.all();
    Config config = ConfigReader.given(
        "command line", options, Modules.names(modules), Modules.subjects(modules));
    problems.addAll(config.problems());
    Rulebook.Edition edition =
        compile(new Rulebook(Modules.enabled(modules, config), config.rules()));
    choose(edition.rules());
    problems.addAll(edition.problems().lines());
    if (classes.problem() != null) {
      problems.add(classes.problem());
    }
    print(edition.rules().reports());
  }

  private Rulebook.Edition compile(Rulebook book) {
    RulesFile.Content content = null;
    try {
      content = book.file() == null ? null : book.file().read();
    } catch (IOException e) {
      problems.add(e.getMessage());
    }
    return book.edition(content, null);
  }

  private void choose(MethodRules rules) {
    for (String name : classes.names()) {
      if (rules.mayConcern(name)) {
        ClassFileView view = classes.view(name);
        rules.choose(view);
        nearMisses.addAll(rules.nearMisses(view));
      }
    }
  }

  private void print(List<RuleReport> reports) {
    for (RuleReport report : reports) {
      if (!RuleNews.isConvention(report) || !report.methods().isEmpty()) {
        print(report);
      }
    }
    print("close, but not chosen", nearMisses);
    print("problems", problems);
    out.append(AgentText.counted(written, "rule", "rules")).append(" and conventions choose ");
    out.append(AgentText.counted(methods, "method", "methods")).append(" from ");
    out.append(AgentText.counted(classes.size(), "class", "classes"));
    if (unmatched > 0) {
      out.append("; ").append(AgentText.counted(unmatched, "rule chooses", "rules choose"));
      out.append(" nothing");
    }
    out.append('\n');
  }

  private void print(RuleReport report) {
    boolean convention = RuleNews.isConvention(report);
    out.append(report.rule()).append(" (").append(report.origin()).append(")\n");
    out.append("  patterns: ").append(String.join(", ", report.patterns())).append('\n');
    out.append("  measures: ").append(report.measures()).append('\n');
    for (String method : report.methods()) {
      out.append("  ").append(method).append('\n');
    }
    methods += report.methods().size();
    written += convention ? 0 : 1;
    if (report.methods().isEmpty()) {
      unmatched++;
      out.append("  chooses nothing\n");
    }
    out.append('\n');
  }

  private void print(String title, Iterable<String> lines) {
    boolean any = false;
    for (String line : lines) {
      if (!any) {
        out.append(title).append(":\n");
        any = true;
      }
      out.append("  ").append(AgentText.unnamed(line)).append('\n');
    }
    out.append(any ? "\n" : "");
  }
}
