package io.peertap.benchmarks.startup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a JVM writes each class that it loads and where it came from. */
record ClassLog(Path directory) {

  /** The JVM option that writes it. */
  String flag() {
    return "-Xlog:class+load=info:file=" + file() + ":none:filecount=0";
  }

  /** The lines of the last JVM that wrote it. */
  List<String> lines() throws IOException {
    return Files.readAllLines(file(), StandardCharsets.UTF_8);
  }

  Path file() {
    return directory.resolve("classes.log");
  }
}
