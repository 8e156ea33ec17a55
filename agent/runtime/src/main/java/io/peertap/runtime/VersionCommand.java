package io.peertap.runtime;

import picocli.CommandLine.Command;

/** Prints the version. */
@Command(name = "version", aliases = "--version", description = "Print the version.")
final class VersionCommand implements Runnable {

  private final String version;

  VersionCommand(String version) {
    this.version = version;
  }

  @Override
  public void run() {
    System.out.println(version);
  }
}
