package io.peertap.runtime;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command {@code explain} was given.
 *
 * @param options as the agent argument has them
 * @param paths jars and directories
 */
record ExplainArguments(Map<String, String> options, List<Path> paths) {

  private static final String TAKES =
      "explain takes --rules <file>, --option key=value, jars and directories";

  /** What was typed makes no sense; the message is one line that says what would. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(String message) {
      super(message);
    }
  }

  /** Reads them; the first is the command itself. */
  static ExplainArguments parse(String[] args) throws Wrong {
    Map<String, String> options = new LinkedHashMap<>();
    List<Path> paths = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      String arg = args[i];
      if (arg.equals("--rules")) {
        options.put("rules", next(args, ++i, "--rules needs a file"));
      } else if (arg.equals("--option")) {
        addOption(next(args, ++i, "--option needs key=value"), options);
      } else if (arg.startsWith("-")) {
        throw new Wrong("there is no " + arg + "; " + TAKES);
      } else {
        paths.add(path(arg));
      }
    }
    if (paths.isEmpty()) {
      throw new Wrong("no jar and no directory is given; " + TAKES);
    }
    return new ExplainArguments(options, paths);
  }

  private static String next(String[] args, int at, String missing) throws Wrong {
    if (at == args.length) {
      throw new Wrong(missing);
    }
    return args[at];
  }

  private static void addOption(String text, Map<String, String> options) throws Wrong {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new Wrong("--option needs key=value, not " + text);
    }
    options.put(text.substring(0, equals).trim(), text.substring(equals + 1).trim());
  }

  private static Path path(String text) throws Wrong {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Wrong("there is no jar or directory " + text);
    }
  }
}
