package io.peertap.scalecube;

import io.peertap.api.Messages;
import io.peertap.api.Telemetry;
import io.scalecube.cluster.transport.api.Message;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * Requests that wait for their response, by correlation id. Nobody tells of those that nobody
 * answers: they are given up when there are many.
 */
final class Requests {

  private static final int MANY = 4096;
  private static final long GIVEN_UP = TimeUnit.MINUTES.toNanos(1);

  private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);

  private static final Messages MESSAGES = Telemetry.current().messages();
  private static final ConcurrentMap<String, Request> WAITING = new ConcurrentHashMap<>();

  private static volatile long lookedThrough = System.nanoTime() - LOOK_EVERY;

  private Requests() {}

  /** A request begins. Indirect pings are left out: all of one round have the same id. */
  static void begin(Object transport, String address, Message message) {
    String id = message.correlationId();
    String type = message.qualifier();
    if (id == null || Qualifiers.PING_REQ.equals(type)) {
      return;
    }
    Request request = new Request(transport, type, address);
    if (Qualifiers.PING.equals(type)) {
      Pings.begin(message.header(Qualifiers.SENDER), address, request);
    }
    if (WAITING.size() < MANY || giveUpOld()) {
      WAITING.put(id, request);
    }
  }

  /** A message with an id has left. Transit pings have the id of somebody else's request. */
  static void sent(Object transport, Message message) {
    Request request = WAITING.get(message.correlationId());
    if (request != null && request.isOf(transport)) {
      request.sent();
    }
  }

  /** A message with an id has come: where the request came from, it is the response. */
  static void answered(Object transport, Message message) {
    String id = message.correlationId();
    Request request = WAITING.get(id);
    if (request != null && request.isOf(transport) && WAITING.remove(id, request)) {
      MESSAGES.answered(request.type(), request.address(), request.answered());
    }
  }

  /** A response to this id would be of no use any more. */
  static void giveUp(String id) {
    WAITING.remove(id);
  }

  /** Looks through all of them, so not for every request. */
  private static boolean giveUpOld() {
    long now = System.nanoTime();
    if (now - lookedThrough < LOOK_EVERY) {
      return false;
    }
    lookedThrough = now;
    return WAITING.values().removeIf(request -> request.elapsed() > GIVEN_UP);
  }
}
