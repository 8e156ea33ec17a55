package io.peertap.benchmarks.cost;

import io.peertap.benchmarks.BuiltAgent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the command line asks for.
 *
 * @param agent the jar that is measured
 * @param brief whether the short form is
 * @param only the one part to measure, or null for all
 * @param published whether the report goes into the repository's docs, and not beside the results
 */
record Arguments(Path agent, boolean brief, String only, boolean published) {

  private static final int DIGITS = 12;

  /** Reads them; the agent is the one that was built, unless another is named. */
  static Arguments parse(String... args) {
    Path agent = BuiltAgent.find();
    boolean brief = false;
    String only = null;
    boolean published = false;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--short" -> brief = true;
        case "--only" -> only = args[++i];
        case "--docs" -> published = true;
        default -> agent = Path.of(args[i]);
      }
    }
    if (!Files.isRegularFile(agent)) {
      throw new IllegalArgumentException("no agent at " + agent);
    }
    return new Arguments(agent.toAbsolutePath().normalize(), brief, only, published);
  }

  /** Whether a part is to be measured. */
  boolean isWanted(Part part) {
    return only == null || part.name().equals(only);
  }

  /** Results of one jar and one form are never mixed with others. */
  Path results() {
    return target().resolve("cost").resolve((brief ? "short-" : "full-") + digest());
  }

  /** Whether the report is the repository's own. */
  boolean isPublished() {
    return published && only == null;
  }

  /** Where the report goes. */
  Path docs() {
    return isPublished() ? target().resolve("../../docs").normalize() : results();
  }

  /** What says the cost in a sentence. */
  Path readme() {
    return target().resolve("../../../README.md").normalize();
  }

  Setup setup() throws IOException {
    return new Setup(
        agent,
        target().resolve("competitors"),
        Files.createDirectories(results().resolve("run")).toAbsolutePath(),
        brief ? Form.SHORT : Form.FULL);
  }

  private static Path target() {
    return BuiltAgent.find().resolve("../../../benchmarks/target").normalize();
  }

  private String digest() {
    try (InputStream in = Files.newInputStream(agent)) {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, sha).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(sha.digest()).substring(0, DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
