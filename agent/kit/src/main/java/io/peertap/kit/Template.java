package io.peertap.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in the jar with gaps: {@code @name@}. A gap of several lines keeps its place on the line. */
final class Template {

  private static final Pattern GAP = Pattern.compile("(?m)(^ *)?@([a-zA-Z]+)@(\n)?");

  private Template() {}

  /** A text with its gaps filled in; a gap alone on its line takes the line with it if it is empty. */
  static String filled(String name, Map<String, String> values) {
    return GAP.matcher(text(name))
        .replaceAll(gap -> Matcher.quoteReplacement(filled(gap, name, values)));
  }

  private static String filled(MatchResult gap, String name, Map<String, String> values) {
    String value = values.get(gap.group(2));
    if (value == null) {
      throw new IllegalStateException(name + " has a gap that nobody fills: " + gap.group(2));
    }
    String before = gap.group(1) == null ? "" : gap.group(1);
    String after = gap.group(3) == null ? "" : gap.group(3);
    return value.isEmpty() && gap.group(1) != null
        ? ""
        : before + value.replace("\n", "\n" + before) + after;
  }

  private static String text(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
