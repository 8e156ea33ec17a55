package io.peertap.metric;

import java.util.List;

/** Labels with a text of their own. */
final class PlainLabels extends Labels {

  private final List<String> names;
  private final List<String> values;
  private String text;

  PlainLabels(List<String> names, List<String> values) {
    if (names.size() != values.size()) {
      throw new IllegalArgumentException("labels " + names + " do not take values " + values);
    }
    this.names = List.copyOf(names);
    this.values = List.copyOf(values);
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public List<String> values() {
    return values;
  }

  @Override
  public String head() {
    return "";
  }

  @Override
  public String tail() {
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
      render(names.get(i), values.get(i), out);
    }
    return out.toString();
  }
}
