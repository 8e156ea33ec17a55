package io.peertap.testapp.agent.drivers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Begins the driver of each name that it reads, and closes the one before. The end of input ends it. */
public final class Drivers {

  /** What it answers, with the name, when a driver goes on. */
  public static final String RUNS = "runs ";

  private Drivers() {}

  /** Takes a folder for files. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String name = in.readLine(); name != null; ) {
      try (Driver driver = driver(name, folder)) {
        driver.begin();
        System.out.println(RUNS + name);
        name = in.readLine();
      }
    }
    System.exit(0);
  }

  private static Driver driver(String name, Path folder) throws IOException {
    return switch (name) {
      case "backlog" -> new Backlog();
      case "pool" -> new Pool();
      case "breaker" -> new Breaker();
      case "members" -> new Members();
      case "bitcoin" -> new Bitcoin();
      case "quic" -> new Quic();
      case "mirror" -> new Mirror(folder);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
