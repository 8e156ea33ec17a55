package io.peertap.config;

import java.time.Duration;
import java.util.List;

/**
 * What is told of the process.
 *
 * @param jvm whether the JVM's own families are shown
 * @param storagePaths directories whose files are added up; none by default
 * @param storageInterval from the end of one walk over them to the next
 */
public record ProcessSettings(boolean jvm, List<String> storagePaths, Duration storageInterval) {

  /** Keeps its own copy of the paths. */
  public ProcessSettings {
    storagePaths = List.copyOf(storagePaths);
  }
}
