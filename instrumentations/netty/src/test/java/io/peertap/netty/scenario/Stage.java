package io.peertap.netty.scenario;

import io.netty.channel.EventLoopGroup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What one run of a scenario works with: its parameters, its event loops and its truth. Every
 * scenario knows {@code transport} (nio, epoll, io_uring) and {@code whileOpen}, a Runnable or a
 * Consumer of the truth so far, called while everything is open and quiet.
 */
final class Stage implements AutoCloseable {

  private final Map<String, Object> parameters;
  private final Truth truth = new Truth();
  private final Transports transports;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private EventLoopGroup clients;
  private EventLoopGroup servers;

  Stage(Map<String, Object> parameters) {
    this.parameters = parameters;
    this.transports = Transports.named(text("transport", "nio"));
    truth.set("transport", text("transport", "nio"));
  }

  Truth truth() {
    return truth;
  }

  Transports transports() {
    return transports;
  }

  String text(String name, String fallback) {
    return String.valueOf(parameters.getOrDefault(name, fallback));
  }

  int number(String name, int fallback) {
    return Integer.parseInt(text(name, Integer.toString(fallback)));
  }

  /** Comma separated numbers. */
  int[] numbers(String name, String fallback) {
    String[] texts = text(name, fallback).split(",", -1);
    int[] numbers = new int[texts.length];
    for (int i = 0; i < texts.length; i++) {
      numbers[i] = Integer.parseInt(texts[i].trim());
    }
    return numbers;
  }

  /** The event loop of everything that dials. */
  EventLoopGroup clients() {
    if (clients == null) {
      clients = transports.loops(1);
    }
    return clients;
  }

  /** The event loop of everything that listens. */
  EventLoopGroup servers() {
    if (servers == null) {
      servers = transports.loops(1);
    }
    return servers;
  }

  /** Has the resource closed at the end of the run. */
  <T extends AutoCloseable> T closing(T resource) {
    open.push(resource);
    return resource;
  }

  @SuppressWarnings("unchecked")
  void whileOpen() {
    Object hook = parameters.get("whileOpen");
    if (hook instanceof Runnable runnable) {
      runnable.run();
    } else if (hook != null) {
      ((Consumer<Map<String, Object>>) hook).accept(truth.told());
    }
  }

  @Override
  public void close() {
    end(clients);
    end(servers);
    while (!open.isEmpty()) {
      closeQuietly(open.pop());
    }
  }

  static void end(EventLoopGroup loops) {
    if (loops != null) {
      Waits.done("event loops end", loops.shutdownGracefully(0, 10, TimeUnit.SECONDS));
    }
  }

  private static void closeQuietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return parameters + " " + truth.told();
  }
}
