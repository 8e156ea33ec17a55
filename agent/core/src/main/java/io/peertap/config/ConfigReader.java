package io.peertap.config;

import io.peertap.api.rule.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Reads the options, strongest source first: agent argument, system properties, environment, the
 * file that {@code config} names, defaults. It never throws.
 */
public final class ConfigReader {

  private static final String PREFIX = "peertap.";

  private final List<Option> options;
  private final List<String> keys = new ArrayList<>();
  private final RuleKeys ruleKeys;
  private final Problems problems = new Problems();
  private final List<Source> sources = new ArrayList<>();
  private final Map<String, Value> values = new HashMap<>();
  private final List<Setting> strongerRules = new ArrayList<>();
  private List<Setting> weakerRules = List.of();

  /** Texts by key, and what to call the place they come from. */
  private record Source(String origin, Map<String, String> texts) {}

  private ConfigReader(List<String> modules, List<String> subjects) {
    options = Options.all(modules);
    ruleKeys = new RuleKeys(subjects, keys);
    for (Option option : options) {
      keys.add(option.key());
    }
  }

  /** Reads what this JVM was started with. */
  public static Config read(String args, List<String> modules, List<String> subjects) {
    return read(args, ownProperties(), System.getenv(), modules, subjects);
  }

  /**
   * Reads options that do not come from this JVM's start.
   *
   * @param origin what to call the place they come from
   */
  public static Config given(
      String origin, Map<String, String> texts, List<String> modules, List<String> subjects) {
    ConfigReader reader = new ConfigReader(modules, subjects);
    reader.add(origin, texts);
    return reader.finish();
  }

  /**
   * Reads from given sources.
   *
   * @param args the agent argument, or null
   * @param properties system properties; only those under {@code peertap.} are looked at
   * @param environment environment variables; only those under {@code PEERTAP_} are looked at
   * @param modules names of the instrumentations that can be switched off
   * @param subjects first words of keys that are rules and not options
   */
  public static Config read(
      String args,
      Map<String, String> properties,
      Map<String, String> environment,
      List<String> modules,
      List<String> subjects) {
    try {
      return new ConfigReader(modules, subjects).read(args, properties, environment);
    } catch (RuntimeException e) {
      return new ConfigReader(modules, subjects).defaults(e);
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
    Map<String, String> arguments = new LinkedHashMap<>();
    AgentArguments.parse(args, arguments, problems);
    add("agent argument", arguments);
    add("system property", stripped(properties));
    Map<String, String> variables = Environment.read(environment, options, ruleKeys, problems);
    sources.add(new Source("environment", variables));
    return finish();
  }

  private Config finish() {
    addFile();
    resolveSecret(Options.TOKEN, Options.TOKEN_FILE, "every protected request is refused");
    resolveSecret(Options.PEERS_SALT, Options.PEERS_SALT_FILE, "using the built-in key");
    resolveSecret(Options.ALERTS_WEBHOOK, Options.ALERTS_WEBHOOK_FILE, "no webhook is told");
    resolveSecret(Options.ALERTS_TOKEN, Options.ALERTS_TOKEN_FILE, "alerts are sent without");
    for (Option option : options) {
      if (!values.containsKey(option.key())) {
        values.put(option.key(), resolve(option));
      }
    }
    return config();
  }

  /** Nobody knows what was asked for, so nothing is open. */
  private Config defaults(RuntimeException cause) {
    problems.add("options cannot be read, using defaults: " + cause);
    for (Option option : options) {
      values.put(option.key(), fallback(option));
    }
    values.put(Options.TOKEN.key(), new Value(Token.UNAVAILABLE, "", Value.DEFAULT));
    return config();
  }

  private Config config() {
    Value file = values.get(Options.RULES.key());
    RuleOptions rules = new RuleOptions(
        file.parsed() == null ? null : new RulesFile((Path) file.parsed(), file.origin(), ruleKeys),
        (Boolean) values.get(Options.RULES_RELOAD.key()).parsed(),
        (Boolean) values.get(Options.CONVENTIONS.key()).parsed(),
        (Boolean) values.get(Options.GETTERS.key()).parsed(),
        (Boolean) values.get(Options.JDK_EXECUTORS.key()).parsed(),
        (Integer) values.get(Options.METHODS_MAX.key()).parsed(),
        strongerRules,
        weakerRules);
    return new Config(options, values, rules, problems.lines());
  }

  private static Map<String, String> stripped(Map<String, String> properties) {
    Map<String, String> texts = new TreeMap<>(); // Rules keep one order from start to start.
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
    for (Map.Entry<String, String> text : texts.entrySet()) {
      String key = text.getKey();
      if (ruleKeys.isRule(key)) {
        addRule(new Setting(key, text.getValue(), origin));
      } else if (!keys.contains(key)) {
        problems.unknown("option", key + " (" + origin + ')', Nearest.of(key, keys));
      }
    }
  }

  private void addRule(Setting rule) {
    if (rule.value().isEmpty()) {
      RuleLines.withoutValue(rule.key(), rule.origin(), problems);
    } else {
      strongerRules.add(rule);
    }
  }

  private void addFile() {
    Value config = resolve(Options.CONFIG);
    values.put(Options.CONFIG.key(), config);
    if (config.parsed() == null) {
      return;
    }
    String origin = "file " + config.text();
    Map<String, String> texts = new LinkedHashMap<>();
    try {
      take(ConfigFile.properties((Path) config.parsed()), origin, texts);
    } catch (IOException e) {
      unreadable(Options.CONFIG, config, e.getMessage(), "going on without");
    }
    if (texts.remove(Options.CONFIG.key()) != null) {
      problems.add("option config (" + origin + ") is ignored: a file cannot name another one");
    }
    add(origin, texts);
  }

  private void take(List<PropertyLine> lines, String origin, Map<String, String> texts) {
    RuleLines rules = new RuleLines(problems);
    for (PropertyLine line : lines) {
      String place = origin + ':' + line.number();
      if (ruleKeys.isRule(line.key())) {
        rules.take(line, place);
      } else if (texts.put(line.key(), line.value()) != null) {
        problems.add(
            "option " + line.key() + " (" + place + ") is given twice; the last one counts");
      }
    }
    weakerRules = rules.list();
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
