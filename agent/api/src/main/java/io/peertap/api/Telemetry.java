package io.peertap.api;

import java.util.function.BooleanSupplier;

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

  /** What is known of peers beyond their connections. */
  Peers peers();

  /** What takes time and ends one way or another. */
  Operations operations();

  /** What happens at one moment. */
  Events events();

  /** Messages above the bytes of sockets. */
  Messages messages();

  /** Messages that peers pass on. */
  Gossip gossip();

  /** What waits. */
  Queues queues();

  /** Pools of connections. */
  Pools pools();

  /** Circuit breakers. */
  Breakers breakers();

  /** Circuits through relays. */
  Relays relays();

  /** HTTP requests that this process answers. */
  Http http();

  /** A new table of what hangs off the application's objects. */
  <V> Attached<V> attached();

  /**
   * Asks on a thread of the agent until the answer is yes: for what cannot call back. Every 20 ms at
   * first, then each time that its age has grown by a fiftieth, but once a second; more rarely if
   * many thousands wait. What it throws ends it and is counted.
   *
   * @return false if it will not be asked, because too much waits already
   */
  boolean poll(BooleanSupplier over);

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
