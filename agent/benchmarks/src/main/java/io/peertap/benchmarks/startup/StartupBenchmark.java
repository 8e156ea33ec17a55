package io.peertap.benchmarks.startup;

import io.peertap.benchmarks.Child;
import io.peertap.benchmarks.Jdk;
import io.peertap.benchmarks.Jvm;
import io.peertap.benchmarks.startup.Comparison.Configuration;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the agent costs a JVM until it serves; prints Markdown tables. */
public final class StartupBenchmark {

  private static final int NEWEST = 25;

  private final Options options;
  private final Path emptyAgent;
  private final Path hosts;
  private final Path directory;
  private final Child child;

  private StartupBenchmark(Options options, Path directory) throws IOException {
    this.options = options;
    this.directory = directory;
    this.emptyAgent = Jars.emptyAgent(directory);
    this.hosts = Jars.hosts(directory);
    this.child = new Child(directory);
  }

  /** Runs with {@code [peertap.jar] [--rounds n] [--jdk home]}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("peertap-startup");
    try {
      new StartupBenchmark(Options.parse(args), directory).run();
    } finally {
      delete(directory);
    }
  }

  private void run() throws IOException, InterruptedException {
    new Recording(firstConnection(options.jdk()), directory, child).verify(options.agent());
    say("JDK " + options.jdk().version() + ", " + String.join(" ", Jvm.FLAGS));
    say("");
    compare("Hello", hello());
    compare("First connection", firstConnection());
    say("Classes from the archive:");
    say("");
    say("| JDK | agent | without an agent | with it | share |");
    say("|---|---|---|---|---|");
    share(options.jdk());
    Optional<Jdk> newest = Jdk.installed(NEWEST);
    if (newest.isPresent() && options.jdk().feature() != NEWEST) {
      share(newest.get());
    }
  }

  private Comparison hello() {
    Host host = new Host(options.jdk(), Hello.class, hosts.toString());
    return new Comparison(
        List.of(
            new Configuration("no agent", host.with()),
            new Configuration("empty agent", host.withAgent(emptyAgent)),
            new Configuration("peertap", host.withAgent(options.agent()))),
        1);
  }

  private Comparison firstConnection() {
    Host host = firstConnection(options.jdk());
    return new Comparison(
        List.of(
            new Configuration("no agent", host.with()),
            new Configuration("peertap", host.withAgent(options.agent()))),
        0);
  }

  private Host firstConnection(Jdk jdk) {
    return firstConnection(jdk, hosts.toString());
  }

  /** The host, out of a jar and with the Netty that this JVM has. */
  static Host firstConnection(Jdk jdk, String hosts) {
    String netty = Arrays.stream(
            System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(path -> Path.of(path).getFileName().toString().startsWith("netty-"))
        .collect(Collectors.joining(File.pathSeparator));
    return new Host(jdk, FirstConnection.class, hosts + File.pathSeparator + netty);
  }

  private void compare(String title, Comparison comparison)
      throws IOException, InterruptedException {
    say(title + ":");
    say("");
    say(Table.of(comparison.run(options.rounds(), child), comparison.reference()));
  }

  private void share(Jdk jdk) throws IOException, InterruptedException {
    Sharing sharing = new Sharing(firstConnection(jdk), directory, child);
    System.out.print(sharing.rows(List.of(emptyAgent, options.agent())));
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private static void delete(Path directory) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
