package io.peertap.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Reads the options, strongest source first: agent argument, system properties, environment, the
 * file that {@code config} names, defaults. It never throws.
 */
public final class ConfigReader {

  private static final String PREFIX = "peertap.";

  private final List<Option> options;
  private final List<String> keys = new ArrayList<>();
  private final Problems problems = new Problems();
  private final List<Source> sources = new ArrayList<>();
  private final Map<String, Value> values = new HashMap<>();

  /** Texts by key, and what to call the place they come from. */
  private record Source(String origin, Map<String, String> texts) {}

  private ConfigReader(List<String> modules) {
    options = Options.all(modules);
    for (Option option : options) {
      keys.add(option.key());
    }
  }

  /** Reads what this JVM was started with. */
  public static Config read(String args, List<String> modules) {
    return read(args, ownProperties(), System.getenv(), modules);
  }

  /**
   * Reads from given sources.
   *
   * @param args the agent argument, or null
   * @param properties system properties; only those under {@code peertap.} are looked at
   * @param environment environment variables; only those under {@code PEERTAP_} are looked at
   * @param modules names of the instrumentations that can be switched off
   */
  public static Config read(
      String args,
      Map<String, String> properties,
      Map<String, String> environment,
      List<String> modules) {
    try {
      return new ConfigReader(modules).read(args, properties, environment);
    } catch (RuntimeException e) {
      return new ConfigReader(modules).defaults(e);
    }
  }

  private static Map<String, String> ownProperties() {
    Properties all = System.getProperties();
    Map<String, String> own = new HashMap<>();
    for (String name : all.stringPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        own.put(name, all.getProperty(name));
      }
    }
    return own;
  }

  private Config read(
      String args, Map<String, String> properties, Map<String, String> environment) {
    Map<String, String> arguments = new HashMap<>();
    AgentArguments.parse(args, arguments, problems);
    add("agent argument", arguments);
    add("system property", stripped(properties));
    sources.add(new Source("environment", Environment.read(environment, options, problems)));
    addFile();
    resolveSecret(Options.TOKEN, Options.TOKEN_FILE, "every protected request is refused");
    resolveSecret(Options.PEERS_SALT, Options.PEERS_SALT_FILE, "using the built-in key");
    for (Option option : options) {
      if (!values.containsKey(option.key())) {
        values.put(option.key(), resolve(option));
      }
    }
    return new Config(options, values, problems.lines());
  }

  /** Nobody knows what was asked for, so nothing is open. */
  private Config defaults(RuntimeException cause) {
    problems.add("options cannot be read, using defaults: " + cause);
    for (Option option : options) {
      values.put(option.key(), fallback(option));
    }
    values.put(Options.TOKEN.key(), new Value(Token.UNAVAILABLE, "", Value.DEFAULT));
    return new Config(options, values, problems.lines());
  }

  private static Map<String, String> stripped(Map<String, String> properties) {
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, String> property : properties.entrySet()) {
      if (property.getKey().startsWith(PREFIX)) {
        texts.put(
            property.getKey().substring(PREFIX.length()), property.getValue().trim());
      }
    }
    return texts;
  }

  private void add(String origin, Map<String, String> texts) {
    sources.add(new Source(origin, texts));
    for (String key : texts.keySet()) {
      if (!keys.contains(key)) {
        problems.unknown("option", key + " (" + origin + ')', Nearest.of(key, keys));
      }
    }
  }

  private void addFile() {
    Value config = resolve(Options.CONFIG);
    values.put(Options.CONFIG.key(), config);
    if (config.parsed() == null) {
      return;
    }
    Map<String, String> texts = new HashMap<>();
    try {
      ConfigFile.properties((Path) config.parsed(), texts);
    } catch (IOException e) {
      unreadable(Options.CONFIG, config, e.getMessage(), "going on without");
    }
    if (texts.remove(Options.CONFIG.key()) != null) {
      problems.add(
          "option config (file " + config.text() + ") is ignored: a file cannot name another one");
    }
    add("file " + config.text(), texts);
  }

  private Value resolve(Option option) {
    for (Source source : sources) {
      String text = source.texts().get(option.key());
      if (text != null) {
        return accept(option, text, source.origin());
      }
    }
    return fallback(option);
  }

  /** The strongest source that names either option decides; the secret itself comes before its file. */
  private void resolveSecret(Option option, Option file, String otherwise) {
    values.put(option.key(), fallback(option));
    values.put(file.key(), fallback(file));
    for (Source source : sources) {
      String text = source.texts().get(option.key());
      String path = source.texts().get(file.key());
      if (text != null) {
        values.put(
            option.key(),
            new Value(secret(option, text, source.origin(), otherwise), "", source.origin()));
        return;
      }
      if (path != null) {
        Value location = new Value(Values.parse(file, path), path, source.origin());
        values.put(file.key(), location);
        values.put(
            option.key(), new Value(secretIn(file, location, otherwise), "", "file " + path));
        return;
      }
    }
  }

  private Token secret(Option option, String text, String origin, String otherwise) {
    if (text.isEmpty()) {
      problems.add("option " + option.key() + " (" + origin + ") is empty; " + otherwise);
    }
    return Token.of(text);
  }

  private Token secretIn(Option file, Value location, String otherwise) {
    if (location.parsed() == null) {
      unreadable(file, location, "this is not a path", otherwise);
      return Token.UNAVAILABLE;
    }
    try {
      return Token.of(ConfigFile.secret((Path) location.parsed()));
    } catch (IOException e) {
      unreadable(file, location, e.getMessage(), otherwise);
      return Token.UNAVAILABLE;
    }
  }

  private void unreadable(Option option, Value location, String why, String otherwise) {
    problems.add("option " + option.key() + '=' + location.text() + " (" + location.origin()
        + ") cannot be read: " + why + "; " + otherwise);
  }

  private Value accept(Option option, String text, String origin) {
    Object parsed = Values.parse(option, text);
    if (parsed != null) {
      return new Value(parsed, text, origin);
    }
    problems.refused(option, text, origin);
    return fallback(option);
  }

  private static Value fallback(Option option) {
    Object parsed = option.secret() ? Token.NONE : Values.parse(option, option.fallback());
    return new Value(parsed, option.fallback(), Value.DEFAULT);
  }
}
