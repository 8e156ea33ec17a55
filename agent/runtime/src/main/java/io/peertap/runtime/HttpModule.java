package io.peertap.runtime;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;

/**
 * The JDK's HTTP server, for applications on the module path that do not ask for its module: there
 * the JVM has not resolved it.
 */
final class HttpModule {

  private static final String NAME = "jdk.httpserver";
  private static final String INTERNAL = "jdk.internal.module";

  private HttpModule() {}

  /** Loads the module if this JVM has left it out. */
  static void load(Instrumentation jvm) {
    if (ModuleLayer.boot().findModule(NAME).isPresent()) {
      return;
    }
    try {
      jvm.redefineModule(
          Object.class.getModule(),
          Set.of(),
          Map.of(INTERNAL, Set.of(HttpModule.class.getModule())),
          Map.of(),
          Set.of(),
          Map.of());
      Class.forName(INTERNAL + ".Modules").getMethod("loadModule", String.class).invoke(null, NAME);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalStateException(
          "this Java runtime lacks the module " + NAME + ", without which there is no endpoint;"
              + " start it with --add-modules " + NAME + " or link it in",
          e);
    }
  }
}
