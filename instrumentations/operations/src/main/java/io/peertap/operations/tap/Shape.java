package io.peertap.operations.tap;

import io.peertap.api.rule.MethodView;
import io.peertap.operations.result.SuspendTap;

/**
 * What of a method decides which tap it gets; methods of one shape share one.
 *
 * @param parameters how many it has
 * @param isStatic whether it has no object
 * @param end what its declaration tells of its end
 */
public record Shape(int parameters, boolean isStatic, End end) {

  /** When the end is known. */
  public enum End {
    /** At the return; there is no result. */
    VOID,
    /** At the return. */
    RETURN,
    /** Perhaps later, when what was returned ends. */
    RESULT,
    /** Perhaps later: a suspend function. */
    SUSPENSION
  }

  /** The shape of a method. */
  public static Shape of(MethodView method) {
    return new Shape(method.parameters().size(), method.isStatic(), end(method));
  }

  private static End end(MethodView method) {
    String returns = method.returns();
    if (SuspendTap.isSuspend(method)) {
      return End.SUSPENSION;
    }
    if (returns.equals("void")) {
      return End.VOID;
    }
    return isFinal(returns) ? End.RETURN : End.RESULT;
  }

  /** Whether no value of this type can be something to wait for: primitives, arrays, JDK values. */
  private static boolean isFinal(String type) {
    boolean value = type.startsWith("java.lang.")
        || type.startsWith("java.time.")
        || type.startsWith("java.math.")
        || (type.startsWith("java.util.") && !type.startsWith("java.util.concurrent."));
    return type.endsWith("]") || isPrimitive(type) || (value && !type.equals("java.lang.Object"));
  }

  private static boolean isPrimitive(String type) {
    return switch (type) {
      case "boolean", "byte", "char", "short", "int", "long", "float", "double" -> true;
      default -> false;
    };
  }
}
