package io.peertap.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what the parts say, targets apart, and writes it with its charts. */
public final class Report {

  private static final String NAME = "cost";

  private final List<String> headlines = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();
  private final List<String> body = new ArrayList<>();
  private final Map<String, Chart> charts = new LinkedHashMap<>();

  /** Half a sentence for those who read nothing else. */
  public void headline(String text) {
    headlines.add(text);
  }

  /** What the headlines say, if there are any: a sentence for where there is room for no more. */
  public String summary() {
    int last = headlines.size() - 1;
    return "Peertap adds "
        + (last > 0 ? String.join(", ", headlines.subList(0, last)) + " and " : "")
        + headlines.get(last) + ".";
  }

  /** A figure that has a target. */
  public void target(Goal goal, String measured, boolean met) {
    target(goal, "", measured, met);
  }

  /** One of several figures that have the same target. */
  public void target(Goal goal, String detail, String measured, boolean met) {
    targets.add(new Target(goal, detail, measured, met));
  }

  /** Begins a section. */
  public void section(String title, String text) {
    body.add("## " + title);
    body.add(text);
  }

  /** A table or a paragraph. */
  public void add(Object text) {
    body.add(text.toString());
  }

  /** A chart with a file of its own. */
  public void chart(String name, Chart chart) {
    String file = NAME + "-" + name + ".svg";
    charts.put(file, chart);
    body.add("![" + chart.title() + "](" + file + ")");
  }

  /** All of it, below a text about how it came to be. */
  public String markdown(String introduction) {
    List<String> all = new ArrayList<>(List.of("# Cost", introduction));
    if (!headlines.isEmpty()) {
      all.add(summary());
    }
    all.add("## Targets");
    Table table = new Table("figure", "target", "measured [95 % interval]", "");
    targets.sort(Comparator.comparing(Target::goal));
    all.add(table.toString() + "\n"
        + String.join("\n", targets.stream().map(Target::row).toList()));
    all.addAll(explanations());
    all.addAll(body);
    return String.join("\n\n", all) + "\n";
  }

  /** What limits the figures that are not as they should be. */
  private List<String> explanations() {
    List<String> all = new ArrayList<>();
    Set<Goal> missed = EnumSet.noneOf(Goal.class);
    targets.stream().filter(target -> !target.met()).map(Target::goal).forEach(missed::add);
    if (!missed.isEmpty()) {
      all.add("### What is not met, and why");
      Limits limits = new Limits();
      missed.forEach(goal -> all.add("*" + goal.figure() + "*: " + limits.of(goal)));
    }
    return all;
  }

  /** Writes it into a folder. */
  public void write(Path folder, String introduction) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(NAME + ".md"), markdown(introduction));
    for (Map.Entry<String, Chart> chart : charts.entrySet()) {
      Files.writeString(folder.resolve(chart.getKey()), chart.getValue().svg());
    }
  }
}
