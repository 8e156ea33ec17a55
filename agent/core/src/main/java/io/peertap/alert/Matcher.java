package io.peertap.alert;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Selects series by one label; a label that a series lacks is empty. */
public final class Matcher {

  /** How the value is compared, longest sign first. */
  static final List<String> SIGNS = List.of("=~", "!~", "!=", "=");

  private final String label;
  private final String sign;
  private final String value;
  private final Pattern pattern; // Null: the value as it stands.

  /**
   * Compares as PromQL does.
   *
   * @param sign one of {@code =}, {@code !=}, {@code =~} and {@code !~}
   * @throws java.util.regex.PatternSyntaxException if a pattern is none
   */
  Matcher(String label, String sign, String value) {
    this.label = label;
    this.sign = sign;
    this.value = value;
    this.pattern = sign.endsWith("~") ? Pattern.compile(value) : null;
  }

  /** The label. */
  public String label() {
    return label;
  }

  /** The words that it names: alternatives of a pattern, one by one. */
  public List<String> words() {
    return pattern == null ? List.of(value) : List.of(value.split("\\|", -1));
  }

  boolean matches(String actual) {
    String text = actual == null ? "" : actual;
    boolean same = pattern == null ? text.equals(value) : pattern.matcher(text).matches();
    return same != sign.startsWith("!");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matcher that
        && label.equals(that.label)
        && sign.equals(that.sign)
        && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(label, sign, value);
  }

  @Override
  public String toString() {
    return label + sign + '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
