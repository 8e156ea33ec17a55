package io.peertap.config;

/** How much the agent says, most important first. */
public enum LogLevel {
  /** What the user must act on. */
  ERROR,
  /** What does not work as asked. */
  WARN,
  /** What the agent does. */
  INFO,
  /** How it does it. */
  DEBUG;

  /** By its option's text; valueOf would use reflection, which costs milliseconds before main. */
  static LogLevel of(String text) {
    for (LogLevel candidate : values()) {
      if (candidate.name().equalsIgnoreCase(text)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException(text);
  }
}
