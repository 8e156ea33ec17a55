package io.peertap.api.rule;

import java.lang.reflect.Modifier;
import java.util.List;

/**
 * A method as its class file declares it.
 *
 * @param name its name; {@code <init>} for a constructor
 * @param descriptor its descriptor, as the class file has it
 * @param access its access flags, as the class file has them
 * @param parameters the binary names of its parameter types, arrays with {@code []}: {@code byte[]}
 * @param returns the binary name of its return type
 * @param annotations the binary names of its annotations
 */
public record MethodView(
    String name,
    String descriptor,
    int access,
    List<String> parameters,
    String returns,
    List<String> annotations) {

  private static final int BRIDGE = 0x0040;
  private static final int SYNTHETIC = 0x1000;

  /** Whether there is code to hook. */
  public boolean hasCode() {
    return !Modifier.isAbstract(access) && !Modifier.isNative(access);
  }

  /** Whether it belongs to the class and not to an object. */
  public boolean isStatic() {
    return Modifier.isStatic(access);
  }

  /** Whether the compiler made it: bridges, lambdas, accessors. */
  public boolean isSynthetic() {
    return (access & (BRIDGE | SYNTHETIC)) != 0;
  }

  /** Whether it makes an object. */
  public boolean isConstructor() {
    return name.equals("<init>");
  }

  /** For people: {@code sign(java.lang.String,byte[])}. */
  @Override
  public String toString() {
    return name + '(' + String.join(",", parameters) + ')';
  }
}
