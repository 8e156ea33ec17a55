package io.peertap.operations.tap;

import io.peertap.api.Event;
import io.peertap.api.Gossip;
import io.peertap.api.Messages;
import io.peertap.api.Operation;
import io.peertap.api.Telemetry;
import java.util.function.Supplier;

/**
 * The handles that rules tell. Classes and no lambdas, behind an interface, for the sake of the start:
 * the JVM then loads those that rules use, and nothing else.
 */
public final class Handles {

  private Handles() {}

  /** An operation of the application's own. */
  public static Supplier<Operation> operation(String name, boolean rejectable) {
    return new Late<>() {
      @Override
      Operation ask(Telemetry telemetry) {
        return telemetry.operations().operation(name, rejectable);
      }
    };
  }

  /** Pings. */
  public static Supplier<Operation> ping() {
    return new Late<>() {
      @Override
      Operation ask(Telemetry telemetry) {
        return telemetry.operations().ping();
      }
    };
  }

  /** Synchronisations of one type of resource. */
  public static Supplier<Operation> resource(String type) {
    return new Late<>() {
      @Override
      Operation ask(Telemetry telemetry) {
        return telemetry.operations().resource(type);
      }
    };
  }

  /** Discovery rounds of one source. */
  public static Supplier<Operation> discovery(String source) {
    return new Late<>() {
      @Override
      Operation ask(Telemetry telemetry) {
        return telemetry.operations().discovery(source);
      }
    };
  }

  /** An event; of no protocol if that is null. */
  public static Supplier<Event> event(String protocol, String name) {
    return new Late<>() {
      @Override
      Event ask(Telemetry telemetry) {
        return protocol == null
            ? telemetry.events().event(name)
            : telemetry.events().event(protocol, name);
      }
    };
  }

  /** Failures of circuit breakers. */
  public static Supplier<Event> breakerFailure() {
    return new Late<>() {
      @Override
      Event ask(Telemetry telemetry) {
        return telemetry.breakers().failure(null);
      }
    };
  }

  /** Gossip. */
  static Supplier<Gossip> gossip() {
    return new Late<>() {
      @Override
      Gossip ask(Telemetry telemetry) {
        return telemetry.gossip();
      }
    };
  }

  /** Messages. */
  static Supplier<Messages> messages() {
    return new Late<>() {
      @Override
      Messages ask(Telemetry telemetry) {
        return telemetry.messages();
      }
    };
  }
}
