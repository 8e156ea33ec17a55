package io.peertap;

import java.lang.instrument.Instrumentation;
import java.util.function.Function;

/**
 * Where the JVM enters the agent, at start or on attach. Compiled for Java 8, so that an older JVM
 * gets a line to read instead of an error; whatever happens here, the application runs on.
 */
public final class Premain {

  private static final int OLDEST = 17;

  /** The agent at work; takes the argument of a further load and answers whether it left. */
  private static Function<String, Boolean> running;

  private Premain() {}

  /** Entry for {@code -javaagent}. */
  public static void premain(String args, Instrumentation jvm) {
    load(args, jvm, false);
  }

  /** Entry for attaching to a running JVM. */
  public static void agentmain(String args, Instrumentation jvm) {
    load(args, jvm, true);
  }

  private static synchronized void load(String args, Instrumentation jvm, boolean attached) {
    try {
      if (isTooOld()) {
        say("needs Java 17 or newer, this is Java " + System.getProperty("java.version"));
      } else if (running == null) {
        running = start(args, jvm, attached);
      } else if (running.apply(args)) {
        running = null;
      }
    } catch (Throwable e) { // An exception out of premain would end the JVM.
      say("could not start: " + e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Function<String, Boolean> start(String args, Instrumentation jvm, boolean attached)
      throws Exception {
    Function<Object[], Function<String, Boolean>> launch =
        (Function<Object[], Function<String, Boolean>>) AgentLoader.open()
            .loadClass("io.peertap.runtime.Launch")
            .getConstructor()
            .newInstance();
    return launch.apply(new Object[] {args, jvm, attached, version()});
  }

  static String version() {
    String version = Premain.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  private static boolean isTooOld() {
    String version = System.getProperty("java.specification.version", "17");
    return version.startsWith("1.") || Integer.parseInt(version) < OLDEST;
  }

  private static void say(String line) {
    System.err.println("peertap: " + line + "; the application runs without it");
  }
}
