package io.peertap.benchmarks.startup;

import java.lang.instrument.Instrumentation;

/** An agent that does nothing: what any agent costs. */
public final class EmptyAgent {

  private EmptyAgent() {}

  /** Does nothing. */
  public static void premain(String args, Instrumentation jvm) {}
}
