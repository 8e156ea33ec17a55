package io.peertap.testapp;

import io.peertap.testapp.faults.FaultPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of the test application. */
@Command(
    name = "testapp",
    sortOptions = false,
    description = "Runs a threshold-signing network on loopback, one JVM and one address per node."
        + " It is for tests: not for real keys.")
public final class Main implements Callable<Integer> {

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "5",
      converter = WholeNumber.Nodes.class,
      description = "How many nodes, 2 to 100 (default: ${DEFAULT-VALUE}).")
  private int nodes;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "0",
      converter = WholeNumber.Seconds.class,
      description = "How long to run once all nodes have met; 0, the default, is until Ctrl-C.")
  private int seconds;

  @Option(
      names = "--quiet-seconds",
      paramLabel = "N",
      defaultValue = "0",
      converter = WholeNumber.Seconds.class,
      description = "How long to stay connected after that, with all work ended and the truth"
          + " written (default: ${DEFAULT-VALUE}).")
  private int quietSeconds;

  @Option(
      names = "--members",
      paramLabel = "N",
      defaultValue = "2",
      converter = WholeNumber.Members.class,
      description = "How many members of signing groups each node controls, 1 to 8, or 0 for"
          + " nodes that only chat (default: ${DEFAULT-VALUE}).")
  private int members;

  @Option(
      names = "--faults",
      paramLabel = "FAULT,...",
      defaultValue = "",
      converter = Faults.class,
      description = "What goes wrong in one of four, six or a hundred cases:"
          + " silent-member, invalid-share, invalid-result, busy-wallet, late-leader,"
          + " withheld-entry, lost-ping, slow-reader.")
  private FaultPlan faults;

  @Option(names = "--in-process", description = "Run all nodes in this JVM.")
  private boolean inProcess;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      converter = WholeNumber.Port.class,
      description = "Port of the first node; 0, the default, is any free one.")
  private int port;

  @Option(
      names = "--truth",
      paramLabel = "DIR",
      description = "Where each node writes what it exchanged, as truth-<node>.json, at its end.")
  private Path truth;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  @Spec
  private CommandSpec spec;

  private Main() {}

  /** Runs the network and exits with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs the network to its end and returns the exit code. */
  static int run(String... args) {
    return new CommandLine(new Main())
        .setParameterExceptionHandler(Main::refuse)
        .setExecutionExceptionHandler(Main::fail)
        .execute(args);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Network network = new Network(plan());
    Thread end = new Thread(() -> network.end().join(), "end");
    Runtime.getRuntime().addShutdownHook(end);
    announce();
    return network.run();
  }

  private Network.Plan plan() {
    if (truth != null && !truth.toFile().isDirectory() && !truth.toFile().mkdirs()) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for option '--truth': '" + truth + "' is not a directory to write to");
    }
    return new Network.Plan(
        new Settings(nodes, members, faults),
        seconds,
        quietSeconds,
        port,
        inProcess,
        Optional.ofNullable(truth));
  }

  private void announce() {
    System.out.println(
        nodes + " nodes, " + (inProcess ? "all in this JVM" : "each in a JVM of its own"));
    System.out.println((seconds == 0 ? "Runs until stopped" : "Runs for " + seconds + " seconds")
        + "; Ctrl-C stops it.");
  }

  private static final class Faults implements ITypeConverter<FaultPlan> {

    @Override
    public FaultPlan convert(String value) {
      try {
        return FaultPlan.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  private static int refuse(ParameterException refused, String[] args) {
    String accepted = refused instanceof UnmatchedArgumentException ? accepted(refused) : "";
    return complain(refused, accepted, CommandLine.ExitCode.USAGE);
  }

  private static String accepted(ParameterException refused) {
    return refused.getCommandLine().getCommandSpec().options().stream()
        .map(option -> option.longestName())
        .collect(Collectors.joining(", ", " (accepted: ", ")"));
  }

  private static int fail(
      Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) {
    return complain(failure, "", CommandLine.ExitCode.SOFTWARE);
  }

  private static int complain(Exception failure, String more, int exitCode) {
    System.err.println("testapp: " + failure.getMessage() + more);
    return exitCode;
  }
}
