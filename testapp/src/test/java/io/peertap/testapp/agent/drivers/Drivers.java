package io.peertap.testapp.agent.drivers;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Begins the driver of each name that it reads, and closes the one before. The end of input ends it. */
public final class Drivers {

  /** What it answers, with the name, when a driver goes on. */
  public static final String RUNS = "runs ";

  /** The driver that is there only if its library is. */
  public static final String LIBP2P = "libp2p";

  private static final String LIBP2P_CLASS = "io.peertap.testapp.agent.drivers.Libp2p";

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

  /** Whether the class path has the driver of {@link #LIBP2P}. */
  public static boolean haveLibp2p() {
    return Drivers.class.getClassLoader().getResource(LIBP2P_CLASS.replace('.', '/') + ".class")
        != null;
  }

  private static Driver driver(String name, Path folder) throws Exception {
    return switch (name) {
      case "backlog" -> new Backlog();
      case "pool" -> new Pool();
      case "breaker" -> new Breaker();
      case "members" -> new Members();
      case "bitcoin" -> new Bitcoin();
      case "quic" -> new Quic();
      case "mirror" -> new Mirror(folder);
      case LIBP2P ->
        Class.forName(LIBP2P_CLASS)
            .asSubclass(Driver.class)
            .getDeclaredConstructor()
            .newInstance();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
