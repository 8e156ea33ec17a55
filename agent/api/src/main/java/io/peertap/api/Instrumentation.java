package io.peertap.api;

import java.util.List;

/**
 * What one library's module hooks. Found through {@link java.util.ServiceLoader}; listing it must
 * load nothing but itself.
 *
 * <p>The advice and tap classes, and every other class in the package of the implementing class, are
 * defined once per application class loader and relocation prefix, with references to {@link
 * #root()} rewritten to the prefix. They may use the JDK, this package and the library; they must
 * not start threads, log, read options or keep static references to application objects.
 *
 * <p>Advice are public static methods with Byte Buddy's {@code @Advice} annotations, always {@code
 * inline = false} and {@code suppress = Throwable.class}; the contract test checks both. A tap is a
 * {@link MethodTap}, of which one object is made per copy of the library.
 */
public interface Instrumentation {

  /**
   * The module's name: its switch is the option {@code <name>.enabled}. One that hooks classes of the
   * JDK is called {@code jdk.<what>}, and is off unless the option {@code jdk.<what>} is on.
   */
  String name();

  /** The package that a relocation moves, with its dot: {@code io.netty.}. */
  String root();

  /**
   * Where a jar states the library's version, shaded or not: a properties resource, {@code #}, and a
   * key. Empty if only the manifest of the library's own jar does.
   */
  default String versionProperty() {
    return "";
  }

  /** What people get from it, in one line; empty if others say it for it. */
  default String gives() {
    return "";
  }

  /** The versions of the library that its tests run on, in one line; empty if there are none. */
  default String versions() {
    return "";
  }

  /** The places to hook. */
  List<Hook> hooks();
}
