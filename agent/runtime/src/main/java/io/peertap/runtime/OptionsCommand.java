package io.peertap.runtime;

import io.peertap.config.OptionsTable;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints every option of the agent. */
@Command(name = "options", description = "Print every option with its default and meaning.")
final class OptionsCommand implements Runnable {

  @Option(names = "--markdown", description = "As a table for documents.")
  private boolean markdown;

  @Override
  public void run() {
    List<String> modules = Modules.names(Modules.all());
    System.out.print(markdown ? OptionsTable.markdown(modules) : OptionsTable.text(modules));
  }
}
