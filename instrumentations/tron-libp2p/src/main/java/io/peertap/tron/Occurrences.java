package io.peertap.tron;

import io.peertap.api.Event;
import io.peertap.api.Events;
import io.peertap.api.Telemetry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what the protocol gives reasons for: an event for each reason. Seldom. */
final class Occurrences {

  private static final Events EVENTS = Telemetry.current().events();
  private static final Map<String, Event> HANDLES = new ConcurrentHashMap<>();

  private Occurrences() {}

  /** Something happened, for one of the library's reasons. */
  static void happened(String what, Enum<?> reason) {
    happened(what + reason.name().toLowerCase(Locale.ROOT));
  }

  /** Something happened. */
  static void happened(String what) {
    HANDLES.computeIfAbsent(what, name -> EVENTS.event(Channels.PROTOCOL, name)).happened();
  }
}
