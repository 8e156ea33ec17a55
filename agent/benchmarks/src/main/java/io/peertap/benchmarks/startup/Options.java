package io.peertap.benchmarks.startup;

import io.peertap.benchmarks.BuiltAgent;
import io.peertap.benchmarks.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the command line asks for. */
record Options(Path agent, int rounds, Jdk jdk) {

  private static final int ROUNDS = 21;

  /** Reads {@code [peertap.jar] [--rounds n] [--jdk home]}. */
  static Options parse(String... args) {
    Path agent = null;
    int rounds = ROUNDS;
    Jdk jdk = Jdk.current();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--rounds" -> rounds = Integer.parseInt(value(args, ++i));
        case "--jdk" -> jdk = new Jdk(Path.of(value(args, ++i)));
        default -> agent = Path.of(args[i]);
      }
    }
    agent = agent == null ? BuiltAgent.find() : agent;
    if (rounds < 1 || !Files.isRegularFile(agent)) {
      throw new IllegalArgumentException("no rounds, or no agent at " + agent);
    }
    return new Options(agent.toAbsolutePath(), rounds, jdk);
  }

  private static String value(String[] args, int i) {
    if (i >= args.length) {
      throw new IllegalArgumentException(args[i - 1] + " needs a value");
    }
    return args[i];
  }
}
