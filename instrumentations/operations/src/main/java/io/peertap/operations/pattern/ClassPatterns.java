package io.peertap.operations.pattern;

import io.peertap.api.rule.ClassView;
import io.peertap.operations.text.Refused;
import io.peertap.operations.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** Which classes, by several patterns: those that any of them means. */
public final class ClassPatterns {

  private final List<ClassPattern> patterns = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  private ClassPatterns() {}

  /** Reads patterns with commas between them. */
  public static ClassPatterns parse(String text) throws Refused {
    ClassPatterns read = new ClassPatterns();
    for (String part : Texts.split(text, ',')) {
      if (part.indexOf('#') >= 0) {
        throw new Refused("this names a method", "write the class alone: com.acme.Workers");
      }
      read.patterns.add(ClassPattern.parse(part));
      read.texts.add(Texts.shown(part));
    }
    return read;
  }

  /** The patterns, as written. */
  public List<String> texts() {
    return texts;
  }

  /** Whether a class of this name may be meant, as far as its name tells. */
  public boolean mayConcern(String binaryName) {
    for (ClassPattern pattern : patterns) {
      if (pattern.mayConcern(binaryName)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a class is meant. */
  public boolean matches(ClassView type) {
    for (ClassPattern pattern : patterns) {
      if (pattern.matches(type)) {
        return true;
      }
    }
    return false;
  }
}
