package io.peertap.runtime;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what rules would choose. */
@Command(
    name = "explain",
    description = "Print what rules and conventions would choose from class files, jars within jars"
        + " included, and why not more; loads none of them.")
final class ExplainCommand implements Callable<Integer> {

  @Option(names = "--rules", paramLabel = "<file>", description = "File with rules for operations.")
  private String rules;

  @Option(
      names = "--option",
      paramLabel = "key=value",
      description = "An option of the agent; may be given again.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Parameters(arity = "1..*", paramLabel = "<jar or directory>", description = "Where to look.")
  private List<Path> paths;

  @Override
  public Integer call() {
    Map<String, String> all = new LinkedHashMap<>();
    options.forEach((key, value) -> all.put(key.trim(), value.trim()));
    if (rules != null) {
      all.put("rules", rules);
    }
    return Explain.run(all, paths, System.out);
  }
}
