package io.peertap.config;

import java.util.Map;

/**
 * The text after {@code -javaagent:peertap.jar=}: {@code key=value,key=value}, where a value with a
 * comma stands in double quotes and the first element may be a bare {@code port} or {@code
 * host:port}.
 */
final class AgentArguments {

  private final String text;
  private final Map<String, String> values;
  private final Problems problems;
  private int position;

  private AgentArguments(String text, Map<String, String> values, Problems problems) {
    this.text = text;
    this.values = values;
    this.problems = problems;
  }

  static void parse(String text, Map<String, String> into, Problems problems) {
    if (text != null) {
      new AgentArguments(text, into, problems).parse();
    }
  }

  private void parse() {
    for (int element = 1; position < text.length(); element++) {
      int equals = text.indexOf('=', position);
      int comma = comma();
      if (equals >= 0 && equals < comma) {
        assignment(equals);
      } else {
        bare(text.substring(position, comma).trim(), element);
        position = comma + 1;
      }
    }
  }

  private int comma() {
    int comma = text.indexOf(',', position);
    return comma < 0 ? text.length() : comma;
  }

  private void assignment(int equals) {
    String key = text.substring(position, equals).trim();
    position = equals + 1;
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
    boolean quoted = position < text.length() && text.charAt(position) == '"';
    put(key, quoted ? quotedValue(key) : plainValue());
  }

  private String plainValue() {
    int end = comma();
    String value = text.substring(position, end).trim();
    position = end + 1;
    return value;
  }

  /** Only {@code \"} is an escape: a backslash is an ordinary character of Windows paths. */
  private String quotedValue(String key) {
    StringBuilder value = new StringBuilder();
    for (int i = position + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        position = i + 1;
        skipRest(key);
        return value.toString();
      }
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        c = text.charAt(++i);
      }
      value.append(c);
    }
    position = text.length();
    problems.add("option " + key + " (agent argument) has no closing quote");
    return value.toString();
  }

  private void skipRest(String key) {
    int end = comma();
    if (!text.substring(position, end).isBlank()) {
      problems.add(
          "option " + key + " (agent argument): what follows the closing quote is ignored");
    }
    position = end + 1;
  }

  private void put(String key, String value) {
    if (values.put(key, value) != null) {
      problems.add("option " + key + " (agent argument) is given twice; the last one counts");
    }
  }

  /** What was typed is not shown: it may be a secret, or the rest of one that was not quoted. */
  private void bare(String element, int number) {
    if (element.isEmpty()) {
      return;
    }
    if (number > 1) {
      problems.add("agent argument: element " + number
          + " has no '=' and is ignored; a value with a comma stands in double quotes");
    } else if (!address(element)) {
      problems.add("agent argument: element 1 is not accepted: key=value, a port or host:port");
    }
  }

  private boolean address(String element) {
    int colon = element.lastIndexOf(':');
    String port = element.substring(colon + 1);
    String host = colon < 0 ? "" : element.substring(0, colon);
    boolean bracketed = host.length() > 2 && host.startsWith("[") && host.endsWith("]");
    if (!digits(port) || (!bracketed && host.indexOf(':') >= 0)) {
      return false;
    }
    put("port", port);
    if (!host.isEmpty()) {
      put("host", bracketed ? host.substring(1, host.length() - 1) : host);
    }
    return true;
  }

  private static boolean digits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
