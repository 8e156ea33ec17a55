package io.peertap.weaver;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;

/**
 * Defines the dispatcher into {@code java.lang}.
 *
 * <p>{@code Instrumentation.appendToBootstrapClassLoaderSearch} would do it with less, but turns
 * class-data sharing off for the application's classes and prints a warning.
 */
final class DispatcherInstaller {

  static final String NAME = "java.lang.PeertapDispatcher";

  private DispatcherInstaller() {}

  /** The dispatcher of this JVM, defined now if no agent did before. */
  static Class<?> install(Instrumentation jvm) throws IOException, IllegalAccessException {
    Class<?> present = find();
    if (present != null) {
      return present;
    }
    jvm.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", Set.of(DispatcherInstaller.class.getModule())),
        Set.of(),
        Map.of());
    try {
      return MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup())
          .defineClass(renamed());
    } catch (LinkageError e) { // Another agent was faster.
      Class<?> other = find();
      if (other == null) {
        throw e;
      }
      return other;
    }
  }

  static boolean claim(
      Class<?> dispatcher,
      Function<Object[], CallSite> linker,
      BiConsumer<Throwable, String> failures)
      throws ReflectiveOperationException {
    return (boolean) dispatcher
        .getMethod("claim", Function.class, BiConsumer.class)
        .invoke(null, linker, failures);
  }

  static void release(Class<?> dispatcher) throws ReflectiveOperationException {
    dispatcher.getMethod("release").invoke(null);
  }

  private static Class<?> find() {
    try {
      return Class.forName(NAME, false, null);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static byte[] renamed() throws IOException {
    String from = Dispatcher.class.getName().replace('.', '/');
    try (InputStream in = Dispatcher.class.getResourceAsStream("Dispatcher.class")) {
      ClassWriter out = new ClassWriter(0);
      SimpleRemapper names = new SimpleRemapper(Opcodes.ASM9, Map.of(from, NAME.replace('.', '/')));
      new ClassReader(in.readAllBytes()).accept(new ClassRemapper(out, names), 0);
      return out.toByteArray();
    }
  }
}
