package io.peertap.http;

import java.util.function.Consumer;

/** Lines for the user; a listener that fails changes nothing, and a line is not said twice in a row. */
final class Notices {

  private final Consumer<String> listener;
  private String last;

  Notices(Consumer<String> listener) {
    this.listener = listener;
  }

  @SuppressWarnings("EmptyCatch")
  synchronized void say(String line) {
    if (line.equals(last)) {
      return;
    }
    last = line;
    try {
      listener.accept("peertap: " + line);
    } catch (RuntimeException e) {
      // There is nobody left to tell.
    }
  }
}
