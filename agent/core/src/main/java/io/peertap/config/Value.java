package io.peertap.config;

/** An option's value with the text and the place it comes from. */
record Value(Object parsed, String text, String origin) {

  static final String DEFAULT = "default";

  boolean set() {
    return !origin.equals(DEFAULT);
  }
}
