package io.peertap.testapp.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules in which a minute is a second long; everything else is as it was written. */
final class HurriedRules {

  private static final Pattern DURATION =
      Pattern.compile("(\\[|(?:for|keep_firing_for): )(\\d+)([mhd])\\b");

  private static final Path DOCS =
      Path.of(System.getProperty("basedir", "")).resolve("../agent/docs/alerts.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml\\ngroups:\\n(.*?)```", Pattern.DOTALL);

  private HurriedRules() {}

  /** The rules of the kit, and those that the documentation shows as somebody's own. */
  static String of(Path kit) throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(DOCS));
    if (!example.find()) {
      throw new IOException(DOCS + " shows no rules");
    }
    return hurried(Files.readString(kit.resolve("prometheus/alerts.yml")) + example.group(1));
  }

  private static String hurried(String rules) {
    return DURATION.matcher(rules).replaceAll(HurriedRules::hurried);
  }

  private static String hurried(MatchResult duration) {
    int number = Integer.parseInt(duration.group(2));
    return duration.group(1)
        + switch (duration.group(3)) {
          case "m" -> number + "s";
          case "h" -> number + "m";
          default -> 24 * number + "m";
        };
  }
}
