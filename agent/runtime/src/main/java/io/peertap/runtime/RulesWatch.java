package io.peertap.runtime;

import io.peertap.config.RulesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/** Looks whether a rules file has changed; reads it only if its time or size has. */
final class RulesWatch {

  /** A file that was just written may be written again without its time or size telling. */
  private static final long FRESH = TimeUnit.SECONDS.toMillis(3);

  private final RulesFile file;
  private Stamp seen;
  private RulesFile.Content content;
  private String failure;

  RulesWatch(RulesFile file) {
    this.file = file;
  }

  private record Stamp(FileTime changed, long size, Object identity) {}

  /**
   * What the file says, or null if it says what it said at the last look.
   *
   * @throws IOException if it cannot be read; thrown once for as long as the reason stays
   */
  RulesFile.Content look() throws IOException {
    try {
      Stamp now = stamp();
      if (failure == null && now != null && now.equals(seen)) {
        return null;
      }
      RulesFile.Content read = file.read();
      boolean same = failure == null && read.equals(content);
      seen = isFresh(now) ? null : now;
      content = read;
      failure = null;
      return same ? null : read;
    } catch (IOException e) {
      boolean told = e.getMessage().equals(failure);
      failure = e.getMessage();
      if (told) {
        return null;
      }
      throw e;
    }
  }

  /** Taken before the file is read; null if it cannot be, which reading it will explain. */
  private Stamp stamp() {
    try {
      BasicFileAttributes is = Files.readAttributes(file.path(), BasicFileAttributes.class);
      return new Stamp(is.lastModifiedTime(), is.size(), is.fileKey());
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean isFresh(Stamp stamp) {
    return stamp == null || System.currentTimeMillis() - stamp.changed().toMillis() < FRESH;
  }
}
