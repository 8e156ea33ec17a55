package io.peertap.operations.pattern;

import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.MethodView;
import io.peertap.operations.text.Refused;
import io.peertap.operations.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** The patterns of one rule: what some of them choose, and none of those with {@code !} excludes. */
public final class MethodPatterns {

  private final List<MethodPattern> included = new ArrayList<>();
  private final List<MethodPattern> excluded = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<MethodPatterns> others = new ArrayList<>();

  private MethodPatterns() {}

  /** Reads patterns with commas between them. */
  public static MethodPatterns parse(String text) throws Refused {
    MethodPatterns patterns = new MethodPatterns();
    for (String part : Texts.split(text, ',')) {
      if (part.isEmpty()) {
        throw new Refused(
            "a pattern is empty", "write com.acme.Signer#sign, com.acme.**.*Signer#sign*");
      }
      MethodPattern pattern = MethodPattern.parse(part);
      (pattern.excludes() ? patterns.excluded : patterns.included).add(pattern);
      patterns.texts.add(Texts.shown(part));
    }
    if (patterns.included.isEmpty()) {
      throw new Refused("everything is excluded and nothing chosen", "write a pattern without !");
    }
    return patterns;
  }

  /** The patterns, as written. */
  public List<String> texts() {
    return texts;
  }

  /** Leaves the methods that other patterns choose to them. */
  public void leaveTo(MethodPatterns other) {
    others.add(other);
  }

  /** Whether a class of this name may be meant, as far as its name tells. */
  public boolean mayConcern(String binaryName) {
    for (MethodPattern pattern : included) {
      if (pattern.mayConcern(binaryName)) {
        return true;
      }
    }
    return false;
  }

  /** Says of every method of a class whether it is meant. */
  public void judge(ClassView type, Verdict verdict) {
    List<MethodPattern> includes = concerning(included, type);
    if (includes.isEmpty()) {
      return;
    }
    List<MethodPattern> excludes = concerning(excluded, type);
    boolean any = false;
    for (MethodView method : type.methods()) {
      if (!method.isSynthetic() && !method.name().startsWith("<")) {
        any |= isOthers(type, method) || judge(type, method, includes, excludes, verdict);
      }
    }
    if (!any && named(includes)) {
      verdict.missed(type.name(), "it declares no method of that name");
    }
  }

  private boolean isOthers(ClassView type, MethodView method) {
    for (MethodPatterns each : others) {
      if (each.choose(type, method)) {
        return true;
      }
    }
    return false;
  }

  private boolean choose(ClassView type, MethodView method) {
    return fits(concerning(included, type), method) && !fits(concerning(excluded, type), method);
  }

  private static boolean fits(List<MethodPattern> patterns, MethodView method) {
    MethodPattern best = best(patterns, method);
    return best != null && best.fit(method) == MethodPattern.Fit.ALL;
  }

  /** Whether the method came as close as its name. */
  private static boolean judge(
      ClassView type,
      MethodView method,
      List<MethodPattern> includes,
      List<MethodPattern> excludes,
      Verdict verdict) {
    MethodPattern best = best(includes, method);
    if (best == null) {
      return false;
    }
    String what = type.name() + '#' + method;
    MethodPattern exclusion = best(excludes, method);
    if (best.fit(method) == MethodPattern.Fit.NAME) {
      verdict.missed(what, "its parameters differ from " + best);
    } else if (exclusion != null && exclusion.fit(method) == MethodPattern.Fit.ALL) {
      verdict.missed(what, "excluded by " + exclusion);
    } else if (!method.hasCode()) {
      verdict.missed(what, "it has no code; choose the classes that implement it");
    } else {
      verdict.chosen(method);
    }
    return true;
  }

  /** The pattern that fits best, or null when none comes close. */
  private static MethodPattern best(List<MethodPattern> patterns, MethodView method) {
    MethodPattern close = null;
    for (MethodPattern pattern : patterns) {
      MethodPattern.Fit fit = pattern.fit(method);
      if (fit == MethodPattern.Fit.ALL) {
        return pattern;
      }
      close = fit == MethodPattern.Fit.NAME ? pattern : close;
    }
    return close;
  }

  private static List<MethodPattern> concerning(List<MethodPattern> patterns, ClassView type) {
    List<MethodPattern> concerning = new ArrayList<>(patterns.size());
    for (MethodPattern pattern : patterns) {
      if (pattern.concerns(type)) {
        concerning.add(pattern);
      }
    }
    return concerning;
  }

  /** Whether some pattern names methods; an annotation that no method carries is no near miss. */
  private static boolean named(List<MethodPattern> patterns) {
    for (MethodPattern pattern : patterns) {
      if (!pattern.isOnMethods()) {
        return true;
      }
    }
    return false;
  }
}
