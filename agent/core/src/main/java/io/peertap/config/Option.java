package io.peertap.config;

import java.util.List;
import java.util.Locale;

/** One option as it is declared: what it is called, what it takes and what it means. */
public final class Option {

  /** What kind of text an option takes. */
  enum Kind {
    FLAG,
    NUMBER,
    RATIO,
    SIZE,
    DURATION,
    TEXT,
    LIST,
    CHOICE,
    PATH,
    SECRET
  }

  private static final String FIRST_VERSION = "0.1.0";

  private final String key;
  private final Kind kind;
  private final String fallback;
  private final String meaning;
  private final long min;
  private final long max;
  private final List<String> choices;

  private Option(
      String key,
      Kind kind,
      String fallback,
      String meaning,
      long min,
      long max,
      List<String> choices) {
    this.key = key;
    this.kind = kind;
    this.fallback = fallback;
    this.meaning = meaning;
    this.min = min;
    this.max = max;
    this.choices = choices;
  }

  /** The name in arguments and files; system properties put {@code peertap.} before it. */
  public String key() {
    return key;
  }

  /** The name in the environment: upper case, dots and dashes as underscores. */
  public String variable() {
    return "PEERTAP_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** The default as text; empty where nothing is set by default. */
  public String fallback() {
    return fallback;
  }

  /** What the option does, in one or two sentences. */
  public String meaning() {
    return meaning;
  }

  /** The first version that has the option. */
  public String since() {
    return FIRST_VERSION;
  }

  /** Whether the value must never be shown. */
  public boolean secret() {
    return kind == Kind.SECRET;
  }

  /** What the option takes, in words. */
  public String accepts() {
    return Values.accepted(this);
  }

  Kind kind() {
    return kind;
  }

  /** The least number, or milliseconds. */
  long min() {
    return min;
  }

  /** The greatest number, or milliseconds. */
  long max() {
    return max;
  }

  List<String> choices() {
    return choices;
  }

  @Override
  public String toString() {
    return key;
  }

  static Option flag(String key, String fallback, String meaning) {
    return plain(key, Kind.FLAG, fallback, meaning);
  }

  static Option number(String key, String fallback, int min, int max, String meaning) {
    return new Option(key, Kind.NUMBER, fallback, meaning, min, max, List.of());
  }

  /** A share, from 0 to 1. */
  static Option ratio(String key, String fallback, String meaning) {
    return plain(key, Kind.RATIO, fallback, meaning);
  }

  /** Bytes. */
  static Option size(String key, String fallback, String meaning) {
    return plain(key, Kind.SIZE, fallback, meaning);
  }

  /** Least and greatest are milliseconds. */
  static Option duration(String key, String fallback, long min, long max, String meaning) {
    return new Option(key, Kind.DURATION, fallback, meaning, min, max, List.of());
  }

  /** A duration that may also be {@code 0s}, which switches something off. */
  static Option durationOrOff(String key, String fallback, long min, long max, String meaning) {
    return new Option(key, Kind.DURATION, fallback, meaning, min, max, List.of("0s"));
  }

  static Option text(String key, String fallback, String meaning) {
    return plain(key, Kind.TEXT, fallback, meaning);
  }

  static Option list(String key, String meaning) {
    return list(key, "", meaning);
  }

  static Option list(String key, String fallback, String meaning) {
    return plain(key, Kind.LIST, fallback, meaning);
  }

  static Option path(String key, String meaning) {
    return plain(key, Kind.PATH, "", meaning);
  }

  static Option secret(String key, String meaning) {
    return plain(key, Kind.SECRET, "", meaning);
  }

  static Option choice(String key, String fallback, String meaning, String... choices) {
    return new Option(key, Kind.CHOICE, fallback, meaning, 0, 0, List.of(choices));
  }

  private static Option plain(String key, Kind kind, String fallback, String meaning) {
    return new Option(key, kind, fallback, meaning, 0, 0, List.of());
  }
}
