package io.peertap.config;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The vocabularies that scrapers get.
 *
 * @param names those that are shown unless a scraper asks for others
 * @param files files with more of them, as they were typed
 */
public record DialectSettings(List<String> names, List<String> files) {

  /** Keeps its own copies. */
  public DialectSettings {
    names = List.copyOf(names);
    files = List.copyOf(files);
  }

  /**
   * All that one of the files says.
   *
   * @throws IOException if it cannot be read; the message says why
   */
  public static String text(String file) throws IOException {
    try {
      return ConfigFile.strictText(Path.of(file));
    } catch (InvalidPathException e) {
      throw new IOException("this is not a path", e);
    }
  }
}
