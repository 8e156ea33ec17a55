package io.peertap.api;

/**
 * The one door through which instrumentations tell what happens.
 *
 * <p>Implementations are real, disabled ({@link #DISABLED}) or recording (tests); no caller ever
 * checks for null. Advice classes keep what they use in static finals: those are created after the
 * agent has installed its telemetry, once per application class loader.
 */
public interface Telemetry {

  /** Takes everything and keeps nothing. */
  Telemetry DISABLED = new Disabled();

  /** Connections, their streams and datagram endpoints. */
  Connections connections();

  /** Something failed where no call site of the weaver catches it: in a listener, say. */
  void failed(Throwable failure);

  /**
   * Runs when the agent leaves, to take its state out of where no handle leads. Held weakly: keep it
   * in a static field.
   */
  void onLeave(Runnable release);

  /** The telemetry in force. */
  static Telemetry current() {
    return Installed.telemetry;
  }

  /** Puts a telemetry in force; the agent does so before it links the first advice. */
  static void install(Telemetry telemetry) {
    Installed.telemetry = telemetry;
  }

  /** Holds the telemetry in force. */
  final class Installed {
    private static volatile Telemetry telemetry = DISABLED;

    private Installed() {}
  }
}
