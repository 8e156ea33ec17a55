package io.peertap.runtime;

import io.peertap.config.DialectSettings;
import io.peertap.config.Problems;
import io.peertap.dialect.Dialects;
import java.io.IOException;

/** The dialects that the options ask for. */
final class DialectOptions {

  private DialectOptions() {}

  /** Reads the user's files and chooses; what is wrong is told and left out. */
  static Dialects read(DialectSettings settings, Problems problems) {
    Dialects dialects = new Dialects();
    for (String file : settings.files()) {
      try {
        String text = DialectSettings.text(file);
        dialects.add(file, text, problem -> problems.add("option dialects.files: " + problem));
      } catch (IOException e) {
        problems.add("option dialects.files=" + file + " cannot be read: " + e.getMessage()
            + "; going on without");
      }
    }
    dialects.prefer(settings.names(), problem -> problems.add("option dialects: " + problem));
    return dialects;
  }
}
