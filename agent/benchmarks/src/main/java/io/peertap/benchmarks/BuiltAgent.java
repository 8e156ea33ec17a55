package io.peertap.benchmarks;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The agent as its module builds it. */
public final class BuiltAgent {

  private BuiltAgent() {}

  /** Its jar, found from this module's target directory. */
  public static Path find() {
    try {
      Path own = Path.of(
          BuiltAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return own.resolve("../../../dist/target/peertap.jar").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
