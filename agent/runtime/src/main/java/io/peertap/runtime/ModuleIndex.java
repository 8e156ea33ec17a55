package io.peertap.runtime;

import io.peertap.weaver.ModuleEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks all modules, so that a start need not. Runs when the jar is built, and is not part of it. */
final class ModuleIndex {

  private ModuleIndex() {}

  /** Takes the directory of the agent's classes, which is also the class path, and writes into it. */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0], Modules.INDEX), ModuleEntry.toText(Modules.registered()));
  }
}
