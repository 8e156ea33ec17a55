package io.peertap.operations.pattern;

import io.peertap.operations.text.Refused;
import io.peertap.operations.text.Texts;

/**
 * The names of some classes. With a dot it is compared with the whole binary name; without one, with
 * the simple name, in whatever package; a simple name begins behind the last {@code $} unless the
 * pattern has one too.
 */
public final class ClassGlob {

  private final Glob glob;
  private final boolean whole;
  private final boolean nested;

  private ClassGlob(String text) {
    glob = Glob.of(text);
    whole = text.indexOf('.') >= 0 || text.equals("**");
    nested = text.indexOf('$') >= 0;
  }

  /** Reads it. */
  public static ClassGlob parse(String text) throws Refused {
    if (text.isEmpty()) {
      throw new Refused("a class name is missing", "write it with its package: com.acme.Signer");
    }
    if (text.startsWith(".") || text.endsWith(".") || text.contains("..")) {
      throw new Refused(
          "a package name is empty",
          "write one dot between names, com.acme.Signer, ** for packages");
    }
    int wrong = Texts.notInName(text, ".*?-");
    if (wrong >= 0) {
      throw new Refused(
          "no class name has the character at " + (wrong + 1),
          "a class name has letters, digits, _ $ . and the wildcards * ** ?");
    }
    return new ClassGlob(text);
  }

  /** Whether a class of this binary name is meant. */
  public boolean matches(String binaryName) {
    return glob.matches(binaryName, whole ? 0 : simpleName(binaryName));
  }

  private int simpleName(String binaryName) {
    int dot = binaryName.lastIndexOf('.');
    return 1 + (nested ? dot : Math.max(dot, binaryName.lastIndexOf('$')));
  }

  /** Whether it names one class, package included. */
  boolean isExact() {
    return whole && glob.isExact();
  }

  @Override
  public String toString() {
    return glob.toString();
  }
}
