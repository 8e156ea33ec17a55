package io.peertap.operations.rule;

import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.MethodView;
import io.peertap.operations.expression.Expression;
import io.peertap.operations.tap.Watched;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A rule about fields of live objects, which it learns from the constructors of their classes. */
final class FieldRule extends Rule {

  private final FieldPattern pattern;
  private final String measures;
  private final Function<Expression, Watched> watch;
  private final Map<String, Watched> watched = new ConcurrentHashMap<>();

  FieldRule(
      String name,
      String origin,
      int budget,
      FieldPattern pattern,
      String measures,
      Function<Expression, Watched> watch) {
    super(name, origin, budget);
    this.pattern = pattern;
    this.measures = measures;
    this.watch = watch;
  }

  @Override
  boolean mayConcern(String binaryName) {
    return pattern.mayConcern(binaryName);
  }

  @Override
  List<String> patterns() {
    return List.of(pattern.toString());
  }

  @Override
  String measures() {
    return measures;
  }

  @Override
  void look(ClassView type, Findings findings) {
    if (!pattern.matches(type)) {
      return;
    }
    List<String> fields = pattern.fields(type);
    if (fields.isEmpty()) {
      findings.missed(type.name(), "it has no such field, or a static one, which cannot be read");
    }
    for (String field : fields) {
      Watched of = watched.computeIfAbsent(field, name -> watch.apply(pattern.path(name)));
      for (MethodView method : type.methods()) {
        if (method.isConstructor()) {
          findings.chosen(method, of.tap());
        }
      }
    }
  }

  @Override
  void close() {
    for (Watched each : watched.values()) {
      each.close();
    }
  }
}
