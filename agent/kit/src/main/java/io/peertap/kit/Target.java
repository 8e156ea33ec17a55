package io.peertap.kit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query on a panel.
 *
 * @param legend what a series is called; <code>{{label}}</code> stands for a label's value
 */
record Target(String legend, Query query) {

  private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");

  Target {
    Matcher named = LABEL.matcher(legend);
    while (named.find()) {
      query.check(named.group(1));
    }
  }
}
