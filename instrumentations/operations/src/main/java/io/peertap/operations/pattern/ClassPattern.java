package io.peertap.operations.pattern;

import io.peertap.api.rule.ClassView;
import io.peertap.operations.text.Refused;
import java.util.List;

/** Which classes: by name, by super type, or by annotation. */
public final class ClassPattern {

  private enum By {
    NAME,
    SUPERTYPE,
    ANNOTATION
  }

  private final By by;
  private final ClassGlob glob;

  private ClassPattern(By by, ClassGlob glob) {
    this.by = by;
    this.glob = glob;
  }

  /** Reads it. */
  public static ClassPattern parse(String text) throws Refused {
    if (text.startsWith("@")) {
      return new ClassPattern(By.ANNOTATION, ClassGlob.parse(text.substring(1)));
    }
    int space = text.indexOf(' ');
    if (space < 0) {
      return new ClassPattern(By.NAME, ClassGlob.parse(text));
    }
    String word = text.substring(0, space);
    if (!word.equals("implements") && !word.equals("extends")) {
      throw new Refused(
          "there is a space in the class name",
          "only 'implements ' or 'extends ' stands before a class name");
    }
    return new ClassPattern(By.SUPERTYPE, ClassGlob.parse(text.substring(space).strip()));
  }

  /** Whether a class of this name may be meant, as far as its name tells. */
  public boolean mayConcern(String binaryName) {
    return by != By.NAME || glob.matches(binaryName);
  }

  /** Whether a class is meant. */
  public boolean matches(ClassView type) {
    return switch (by) {
      case NAME -> glob.matches(type.name());
      case SUPERTYPE -> type.hasSupertype(glob::matches);
      case ANNOTATION -> carries(type.annotations());
    };
  }

  /** Whether its annotation is among these. */
  boolean carries(List<String> annotations) {
    for (String annotation : annotations) {
      if (glob.matches(annotation)) {
        return true;
      }
    }
    return false;
  }

  boolean isAnnotation() {
    return by == By.ANNOTATION;
  }
}
