package io.peertap.discv5;

import io.peertap.test.ChangedLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One version of the library in a class loader of its own, reached by reflection. */
final class Library {

  static final String OLDEST = "26.4.0";
  static final String NEWEST = "26.6.0";

  private static final String ROOT = "org.ethereum.beacon.discovery.";

  private final ClassLoader loader;

  Library(String version) {
    this(new URLClassLoader(jars(version), ClassLoader.getPlatformClassLoader()));
  }

  private Library(ClassLoader loader) {
    Security.removeProvider("BC"); // It may be another loader's; the library brings its own.
    this.loader = loader;
  }

  /** The newest version, but that a member has another name. */
  static Library changed(String moved) {
    return new Library(ChangedLibrary.of(jars(NEWEST), ROOT, moved));
  }

  /** A new object of a class of the library. */
  Object create(String type, Object... arguments) {
    try {
      return type(type).getConstructors()[0].newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Calls a static method of a class of the library. */
  Object callStatic(String type, String method, Object... arguments) {
    return invoke(type(type), null, method, arguments);
  }

  /** Calls a method of an object. */
  static Object call(Object target, String method, Object... arguments) {
    return invoke(target.getClass(), target, method, arguments);
  }

  /** The value of a static field of a class of the library. */
  Object constant(String type, String name) {
    return read(type(type), null, name);
  }

  /** The value of a field of an object. */
  static Object field(Object target, String name) {
    return read(target.getClass(), target, name);
  }

  private static Object read(Class<?> type, Object target, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(target);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An object of an interface of the library, whose only method gets one argument. */
  Object listener(String type, Consumer<Object> heard) {
    return Proxy.newProxyInstance(
        loader, new Class<?>[] {type(type)}, (self, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class) {
            return method.invoke(heard, arguments);
          }
          heard.accept(arguments[0]);
          return null;
        });
  }

  private Class<?> type(String name) {
    try {
      return loader.loadClass(ROOT + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object invoke(Class<?> type, Object target, String name, Object... arguments) {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name)
          && Modifier.isPublic(method.getDeclaringClass().getModifiers())
          && accepts(method.getParameterTypes(), arguments)) {
        try {
          return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
          throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    throw new IllegalStateException("no " + name + " in " + type);
  }

  private static boolean accepts(Class<?>[] types, Object... arguments) {
    boolean accepts = types.length == arguments.length;
    for (int i = 0; accepts && i < types.length; i++) {
      accepts = types[i].isInstance(arguments[i])
          || (types[i] == int.class && arguments[i] instanceof Integer);
    }
    return accepts;
  }

  private static URL[] jars(String version) {
    Path folder = Path.of(System.getProperty("basedir", ""), "target", "discv5", version);
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(Library::url).toArray(URL[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
