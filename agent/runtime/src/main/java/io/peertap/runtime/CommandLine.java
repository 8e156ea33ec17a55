package io.peertap.runtime;

import io.peertap.config.OptionsTable;
import io.peertap.weaver.ModuleEntry;
import java.io.PrintStream;
import java.util.List;

/** What {@code java -jar peertap.jar} can do. */
public final class CommandLine {

  private static final String USAGE = """
      Peertap makes a peer-to-peer JVM application observable:

        java -javaagent:peertap.jar[=key=value,...] -jar node.jar

      Commands of this jar:

        options [--markdown]   print every option with its default and meaning
        metrics [--format=text|json|markdown]
                               print every metric with its type, unit, labels, buckets and meaning
        libraries [--markdown] print every module with the versions it was tested with, and what
                               it gives
        explain [--rules <file>] [--option key=value]... <jar or directory>...
                               print what rules and conventions would choose from class files, jars
                               within jars included, and why not more; loads none of them
        version                print the version
        help                   print this

      Exit codes: 0; 1 if explain finds a problem or a rule that chooses nothing; 2 if what was typed
      makes no sense.
      """;

  private CommandLine() {}

  /**
   * Runs one command.
   *
   * @return the exit code: 0, 1 for rules that are not as they should be, or 2 for a command that
   *     does not exist
   */
  public static int run(String[] args, String version) {
    String command = args.length == 0 || asksForHelp(args) ? "help" : args[0];
    PrintStream out = System.out;
    switch (command) {
      case "help", "--help", "-h" -> out.print(USAGE);
      case "version", "--version" -> out.println(version);
      case "options" -> out.print(options(args));
      case "libraries" -> out.print(libraries(args));
      case "metrics" -> {
        return MetricsCommand.run(args, out, System.err);
      }
      case "explain" -> {
        return Explain.run(args, out, System.err);
      }
      default -> {
        System.err.println("peertap: there is no command " + command
            + "; there are options, metrics, libraries, explain, version and help");
        return 2;
      }
    }
    return 0;
  }

  private static boolean asksForHelp(String[] args) {
    return args.length > 1 && (args[1].equals("--help") || args[1].equals("-h"));
  }

  private static String options(String[] args) {
    List<String> modules = Modules.names(Modules.all());
    return markdown(args) ? OptionsTable.markdown(modules) : OptionsTable.text(modules);
  }

  private static String libraries(String[] args) {
    List<ModuleEntry> modules = Modules.all();
    return markdown(args) ? LibrariesTable.markdown(modules) : LibrariesTable.text(modules);
  }

  private static boolean markdown(String[] args) {
    return args.length > 1 && args[1].equals("--markdown");
  }
}
