package io.peertap.metric;

import java.util.List;

/**
 * The label values of one series, with their names. Blocks are kept and shared between scrapes, so
 * that {@link #text()} is rendered once.
 */
public final class Labels {

  /** No labels at all. */
  public static final Labels NONE = new Labels(List.of(), List.of());

  private final List<String> names;
  private final List<String> values;
  private String text;

  /** Values for names, in the same order. */
  public Labels(List<String> names, List<String> values) {
    if (names.size() != values.size()) {
      throw new IllegalArgumentException("labels " + names + " do not take values " + values);
    }
    this.names = List.copyOf(names);
    this.values = List.copyOf(values);
  }

  /** The label names. */
  public List<String> names() {
    return names;
  }

  /** The label values, in the order of the names. */
  public List<String> values() {
    return values;
  }

  /** The value of one label, or null. */
  public String value(String name) {
    int index = names.indexOf(name);
    return index < 0 ? null : values.get(index);
  }

  /** The block as it stands between the braces of the text formats: {@code a="x",b="y"}. */
  public String text() {
    String rendered = text;
    if (rendered == null) {
      rendered = render();
      text = rendered;
    }
    return rendered;
  }

  private String render() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      out.append(names.get(i)).append("=\"");
      escape(values.get(i), out);
      out.append('"');
    }
    return out.toString();
  }

  private static void escape(String value, StringBuilder out) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '"' -> out.append("\\\"");
        case '\n' -> out.append("\\n");
        default -> out.append(c);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Labels that && names.equals(that.names) && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + values.hashCode();
  }

  @Override
  public String toString() {
    return '{' + text() + '}';
  }
}
