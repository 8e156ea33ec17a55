package io.peertap.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What was not understood, one line each, ready to be shown. Any thread may add some. */
public final class Problems implements Consumer<String> {

  private static final int MAX_LENGTH = 400;

  private final List<String> lines = new ArrayList<>();

  /** Takes one, made a line that a terminal may show. */
  public synchronized void add(String problem) {
    lines.add("peertap: " + oneLine(problem));
  }

  @Override
  public void accept(String problem) {
    add(problem);
  }

  /** Takes lines that are ready to be shown. */
  public synchronized void addAll(List<String> shown) {
    lines.addAll(shown);
  }

  /** All so far. */
  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  void unknown(String what, String key, String nearest) {
    String hint = nearest == null
        ? "java -jar peertap.jar options lists all"
        : "did you mean " + nearest + '?';
    // The value stays out: behind a misspelt key there may be a secret.
    add(what + ' ' + key + " is unknown and ignored; " + hint);
  }

  void refused(Option option, String text, String origin) {
    String shown = option.secret() ? "***" : text;
    String instead =
        option.fallback().isEmpty() ? "going on without" : "using " + option.fallback();
    add("option " + option.key() + '=' + shown + " (" + origin + ") is not accepted: "
        + option.accepts() + "; " + instead);
  }

  /** A line stays a line, whatever the user typed, and a terminal sees no control characters. */
  private static String oneLine(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length() && i < MAX_LENGTH; i++) {
      char c = text.charAt(i);
      out.append(Character.isISOControl(c) ? '?' : c);
    }
    return text.length() > MAX_LENGTH ? out.append('…').toString() : out.toString();
  }
}
