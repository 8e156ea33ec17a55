package io.peertap.alert;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in the two things that texts of rules may refer to. */
final class Templates {

  private static final Pattern REFERENCE =
      Pattern.compile("\\{\\{-?\\s*\\$(value|labels\\.(\\w+))\\s*-?}}");

  private Templates() {}

  static String fill(String text, Map<String, String> labels, double value) {
    return REFERENCE.matcher(text).replaceAll(found -> {
      String label = found.group(2);
      return Matcher.quoteReplacement(
          label == null ? number(value) : labels.getOrDefault(label, ""));
    });
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Texts.number(value) : Double.toString(value);
  }
}
