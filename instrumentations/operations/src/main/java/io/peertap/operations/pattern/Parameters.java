package io.peertap.operations.pattern;

import io.peertap.operations.text.Refused;
import io.peertap.operations.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** The parameter types of a method pattern; {@code ..} at their end stands for any more. */
final class Parameters {

  private static final String MORE = "..";

  private final List<ClassGlob> types = new ArrayList<>();
  private final List<String> arrays = new ArrayList<>();
  private boolean more;

  private Parameters() {}

  /** Reads what stands between the parentheses. */
  static Parameters parse(String text) throws Refused {
    Parameters parameters = new Parameters();
    if (text.isEmpty()) {
      return parameters;
    }
    if (text.equals("*")) {
      parameters.more = true;
      return parameters;
    }
    List<String> parts = Texts.split(text, ',');
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).equals(MORE) && i == parts.size() - 1) {
        parameters.more = true;
      } else {
        parameters.add(parts.get(i));
      }
    }
    return parameters;
  }

  private void add(String type) throws Refused {
    int bracket = type.indexOf('[');
    String array = bracket < 0 ? "" : type.substring(bracket);
    if (type.isEmpty() || type.equals(MORE) || !array.replace("[]", "").isEmpty()) {
      throw new Refused(
          "these are no parameter types",
          "write (*) for any, () for none, or types: (java.lang.String,byte[],..)");
    }
    types.add(ClassGlob.parse(bracket < 0 ? type : type.substring(0, bracket)));
    arrays.add(array);
  }

  /** Whether a method has these parameters. */
  boolean match(List<String> actual) {
    if (actual.size() < types.size() || (actual.size() > types.size() && !more)) {
      return false;
    }
    for (int i = 0; i < types.size(); i++) {
      if (!matches(i, actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A lone {@code *} is any type, arrays included. */
  private boolean matches(int index, String actual) {
    int bracket = actual.indexOf('[');
    String element = bracket < 0 ? actual : actual.substring(0, bracket);
    String array = bracket < 0 ? "" : actual.substring(bracket);
    ClassGlob type = types.get(index);
    return (array.equals(arrays.get(index)) || type.toString().equals("*"))
        && type.matches(element);
  }
}
