package io.peertap;

/** The command line of the jar; the work is done by a hidden class, as everything is. */
public final class Main {

  private Main() {}

  /** Runs a command: {@code java -jar peertap.jar help}. */
  public static void main(String[] args) throws Exception {
    int status = (int) AgentLoader.open()
        .loadClass("io.peertap.runtime.CommandLine")
        .getMethod("run", String[].class, String.class, String.class)
        .invoke(null, args, Premain.version(), AgentLoader.ownJar().getPath());
    System.exit(status);
  }
}
