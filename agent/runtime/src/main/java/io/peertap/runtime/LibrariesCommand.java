package io.peertap.runtime;

import io.peertap.weaver.ModuleEntry;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what the modules understand. */
@Command(
    name = "libraries",
    description = "Print every module with the versions it was tested with, and what it gives.")
final class LibrariesCommand implements Runnable {

  @Option(names = "--markdown", description = "As a table for documents.")
  private boolean markdown;

  @Override
  public void run() {
    List<ModuleEntry> modules = Modules.all();
    System.out.print(markdown ? LibrariesTable.markdown(modules) : LibrariesTable.text(modules));
  }
}
