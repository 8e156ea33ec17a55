package io.peertap.runtime;

import io.peertap.config.OptionsTable;
import java.io.PrintStream;
import java.util.List;

/** What {@code java -jar peertap.jar} can do. */
public final class CommandLine {

  private static final String USAGE = """
      Peertap makes a peer-to-peer JVM application observable:

        java -javaagent:peertap.jar[=key=value,...] -jar node.jar

      Commands of this jar:

        options [--markdown]   print every option with its default and meaning
        version                print the version
        help                   print this
      """;

  private CommandLine() {}

  /**
   * Runs one command.
   *
   * @return the exit code: 0, or 2 for a command that does not exist
   */
  public static int run(String[] args, String version) {
    String command = args.length == 0 ? "help" : args[0];
    PrintStream out = System.out;
    switch (command) {
      case "help", "--help", "-h" -> out.print(USAGE);
      case "version", "--version" -> out.println(version);
      case "options" -> out.print(options(args));
      default -> {
        System.err.println(
            "peertap: there is no command " + command + "; there are options, version and help");
        return 2;
      }
    }
    return 0;
  }

  private static String options(String[] args) {
    boolean markdown = args.length > 1 && args[1].equals("--markdown");
    List<String> modules = Modules.names(Modules.all());
    return markdown ? OptionsTable.markdown(modules) : OptionsTable.text(modules);
  }
}
