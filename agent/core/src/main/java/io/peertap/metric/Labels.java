package io.peertap.metric;

import java.util.List;

/**
 * The label values of one series, with their names. Blocks are kept and shared between scrapes, so
 * that their text is rendered once.
 */
public abstract sealed class Labels permits PeerLabels, PlainLabels {

  /** No labels at all. */
  public static final Labels NONE = of(List.of(), List.of());

  /** Values for names, in the same order. */
  public static Labels of(List<String> names, List<String> values) {
    return new PlainLabels(names, values);
  }

  /** The label names. */
  public abstract List<String> names();

  /** The label values, in the order of the names. */
  public abstract List<String> values();

  /** The first part of {@link #text()}: what all series of a peer have in common, or nothing. */
  public abstract String head();

  /** The second part of {@link #text()}: what follows the first. */
  public abstract String tail();

  /** Whether there are none. */
  public final boolean isEmpty() {
    return names().isEmpty();
  }

  /** The value of one label, or null. */
  public final String value(String name) {
    int index = names().indexOf(name);
    return index < 0 ? null : values().get(index);
  }

  /** The block as it stands between the braces of the text formats: {@code a="x",b="y"}. */
  public final String text() {
    return head().isEmpty() ? tail() : head() + tail();
  }

  /** Orders blocks by their text; all those of one family have a first part, or none has. */
  final int compareText(Labels other) {
    int heads = head().compareTo(other.head());
    return heads == 0 ? tail().compareTo(other.tail()) : heads;
  }

  /** Renders one label. */
  static StringBuilder render(String name, String value, StringBuilder out) {
    out.append(name).append("=\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '"' -> out.append("\\\"");
        case '\n' -> out.append("\\n");
        default -> out.append(c);
      }
    }
    return out.append('"');
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Labels that
        && names().equals(that.names())
        && values().equals(that.values());
  }

  @Override
  public final int hashCode() {
    return 31 * names().hashCode() + values().hashCode();
  }

  @Override
  public final String toString() {
    return '{' + text() + '}';
  }
}
