package io.peertap.runtime;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** What {@code java -jar peertap.jar} can do. */
@Command(
    name = "java -jar peertap.jar",
    description = {
      "Peertap makes a peer-to-peer JVM application observable:",
      "",
      "  java -javaagent:peertap.jar[=key=value,...] -jar node.jar",
      ""
    },
    synopsisSubcommandLabel = "<command>",
    commandListHeading = "%nCommands (help <command> tells more):%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:not done, or explain finds a problem",
      "2:what was typed makes no sense"
    })
public final class CommandLine implements Runnable {

  static final int DONE = 0;
  static final int NOT_DONE = 1;
  static final int NONSENSE = 2;

  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private Help help;

  @Spec
  private CommandSpec spec;

  /** The option that every command has. */
  private static final class Help {
    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "Print this.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean asked;
  }

  private CommandLine() {}

  /**
   * Runs one command.
   *
   * @param version of the agent
   * @param jar the agent itself
   * @return the exit code, as {@code help} lists them
   */
  public static int run(String[] args, String version, String jar) {
    return new picocli.CommandLine(new CommandLine())
        .addSubcommand(command(new KitCommand(version, jar)))
        .addSubcommand(command(new AttachCommand(jar)))
        .addSubcommand(command(new ExplainCommand()))
        .addSubcommand(command(new OptionsCommand()))
        .addSubcommand(command(new MetricsCommand()))
        .addSubcommand(command(new LibrariesCommand()))
        .addSubcommand(command(new VersionCommand(version)))
        .addSubcommand(new HelpCommand())
        .setParameterExceptionHandler(CommandLine::refuse)
        .execute(args);
  }

  private static picocli.CommandLine command(Object command) {
    picocli.CommandLine line = new picocli.CommandLine(command);
    line.getCommandSpec().addMixin("help", CommandSpec.forAnnotatedObject(new Help()));
    return line;
  }

  /** Without a command there is help. */
  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  private static int refuse(ParameterException wrong, String[] args) {
    return complain(said(wrong), NONSENSE);
  }

  /** One line on stderr. */
  static int complain(String line, int exitCode) {
    System.err.println(AgentText.named(line));
    return exitCode;
  }

  /** Without aliases, which look like options. */
  private static List<String> names(picocli.CommandLine command) {
    return command.getSubcommands().keySet().stream()
        .filter(name -> !name.startsWith("-"))
        .toList();
  }

  private static String said(ParameterException wrong) {
    picocli.CommandLine command = wrong.getCommandLine();
    if (command.getParent() == null && wrong instanceof UnmatchedArgumentException unknown) {
      return "there is no command " + unknown.getUnmatched().get(0) + "; there are "
          + String.join(", ", names(command));
    }
    String message = wrong.getMessage();
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1) + "; help "
        + command.getCommandName() + " tells what there is";
  }
}
