package io.peertap.api.rule;

import java.util.List;
import java.util.function.Predicate;

/** A class of the application as its class file declares it; looking at it loads nothing. */
public interface ClassView {

  /** Its binary name. */
  String name();

  /** The binary names of its annotations. */
  List<String> annotations();

  /** The methods that it declares, constructors included. */
  List<MethodView> methods();

  /** The fields that it declares. */
  List<FieldView> fields();

  /**
   * Whether any class above it or interface of it, however far up, has a name like this. Reads
   * further class files where it must; one that cannot be found ends the search on its path.
   */
  boolean hasSupertype(Predicate<String> name);

  /** Whether a method's code makes and tests objects of a class: the mark of a state machine. */
  boolean makesAndTests(MethodView method, Predicate<String> type);
}
