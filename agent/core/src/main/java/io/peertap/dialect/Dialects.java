package io.peertap.dialect;

import io.peertap.metric.Family;
import io.peertap.metric.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Every dialect that can be asked for: our own vocabulary, those in the jar, which are read when
 * somebody first asks, and the user's.
 */
public final class Dialects {

  /** The name of our own vocabulary. */
  public static final String OWN = "peertap";

  private static final List<String> BUILT_IN =
      List.of("zerostate", "blixard", "collector", "keep", "keep-mean", "go-libp2p");

  private final Map<String, Family> declared;
  private final Map<String, Dialect> read = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private View standard;

  /** Those of the jar, on our vocabulary, which is also what is shown unless somebody asks. */
  public Dialects() {
    this(declared(Vocabulary.all()));
  }

  Dialects(Map<String, Family> declared) {
    this.declared = declared;
    this.standard = new View(true, List.of(), declared);
    names.add(OWN);
    names.addAll(BUILT_IN);
    read.put(OWN, own(declared.values()));
  }

  /** Families and their mirrors by name. */
  static Map<String, Family> declared(List<Family> families) {
    Map<String, Family> declared = new TreeMap<>();
    for (Family family : families) {
      declared.put(family.name(), family);
      if (family.mirror() != null) {
        declared.put(family.mirror().name(), family.mirror());
      }
    }
    return declared;
  }

  /** The names that can be asked for. */
  public synchronized List<String> names() {
    return List.copyOf(names);
  }

  /**
   * Adds a user's dialect.
   *
   * @param place what to call the file
   * @param text the whole file
   * @param problems hears what is wrong, one line each
   */
  public synchronized void add(String place, String text, Consumer<String> problems) {
    Dialect dialect = DialectReader.read(place, text, declared, true, this::find, problems);
    if (dialect == null) {
      return;
    }
    if (names.contains(dialect.name())) {
      problems.accept(place + " is left out: there is a dialect " + dialect.name() + " already");
      return;
    }
    names.add(dialect.name());
    read.put(dialect.name(), dialect);
  }

  /**
   * Chooses what is shown unless somebody asks; a name that cannot be taken is told, and the others
   * hold.
   */
  public synchronized void prefer(List<String> asked, Consumer<String> problems) {
    List<String> good = new ArrayList<>();
    for (String name : asked) {
      List<String> more = new ArrayList<>(good);
      more.add(name);
      String wrong = wrong(more);
      if (wrong == null) {
        good = more;
      } else {
        problems.accept(wrong + "; " + name + " is left out");
      }
    }
    standard = view(good.isEmpty() ? List.of(OWN) : good);
  }

  /** What is shown unless somebody asks for something else. */
  public synchronized View standard() {
    return standard;
  }

  /** Why these names cannot be had together, in words for whoever asks; null if they can. */
  public synchronized String wrong(List<String> asked) {
    List<Dialect> chosen = new ArrayList<>();
    for (String name : new LinkedHashSet<>(asked)) {
      Dialect dialect = find(name);
      if (dialect == null) {
        return "there is no dialect \"" + name + "\"; there are " + String.join(", ", names);
      }
      for (Dialect other : chosen) {
        String shared = other.shared(dialect);
        if (shared != null) {
          return "dialects " + other.name() + " and " + name + " cannot share a scrape: both have "
              + shared;
        }
      }
      chosen.add(dialect);
    }
    return null;
  }

  /** Looks through these dialects; nothing may be {@link #wrong} with them. */
  public synchronized View view(List<String> asked) {
    Set<String> chosen = new LinkedHashSet<>(asked);
    boolean own = chosen.remove(OWN);
    List<Dialect> dialects = new ArrayList<>();
    for (String name : chosen) {
      dialects.add(find(name));
    }
    return new View(own, dialects, declared);
  }

  /** The dialect of this name, or null. */
  synchronized Dialect find(String name) {
    Dialect dialect = read.get(name);
    if (dialect == null && BUILT_IN.contains(name)) {
      dialect = DialectReader.read(name, text(name), declared, false, this::find, Dialects::broken);
      read.put(name, dialect);
    }
    return dialect;
  }

  private static void broken(String problem) {
    throw new IllegalStateException(problem);
  }

  private static String text(String name) {
    try (InputStream in = Dialects.class.getResourceAsStream(name + ".dialect")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Our vocabulary, as far as names can collide with it. */
  private static Dialect own(Collection<Family> families) {
    List<Row> rows = new ArrayList<>(families.size());
    for (Family family : families) {
      rows.add(Row.named(family.type(), family.name()));
    }
    return new Dialect(OWN, rows);
  }
}
