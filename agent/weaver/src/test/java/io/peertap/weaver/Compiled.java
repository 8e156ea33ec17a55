package io.peertap.weaver;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** An application, compiled while the test runs, in a class loader of its own. */
final class Compiled extends ClassLoader {

  private final Map<String, byte[]> classFiles = new HashMap<>();

  private final List<String> resources = new ArrayList<>();
  private volatile boolean hidesResources;

  private Compiled() {
    super(ClassLoader.getPlatformClassLoader());
  }

  /** Compiles one source for a Java release. */
  static Compiled source(int release, String source) {
    Compiled made = new Compiled();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileManager files =
        new ForwardingJavaFileManager<JavaFileManager>(
            compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return made.target(name);
          }
        };
    List<String> options = List.of("-g", "-nowarn", "-Xlint:none", "--release", "" + release);
    StringBuilder problems = new StringBuilder();
    boolean compiled = compiler
        .getTask(null, files, problems::append, options, null, List.of(new Source(source)))
        .call();
    if (!compiled) {
      throw new AssertionError("not compiled for " + release + ": " + problems);
    }
    return made;
  }

  /** The sample with code of every kind. */
  static Compiled everything(int release) throws Exception {
    String resource = "sample/Everything.java.txt";
    try (InputStream in = Compiled.class.getResourceAsStream(resource)) {
      return source(release, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The same classes, changed, in another loader. */
  Compiled copy(UnaryOperator<byte[]> change) {
    Compiled copy = new Compiled();
    classFiles.forEach((name, bytes) -> copy.classFiles.put(name, change.apply(bytes)));
    return copy;
  }

  Compiled copy() {
    return copy(bytes -> bytes);
  }

  byte[] bytes(String name) {
    return classFiles.get(name);
  }

  /** The names of the resources that were read, in order. */
  List<String> resources() {
    return resources;
  }

  /** From now on the classes are like generated ones, of which there is no class file. */
  void hideResources() {
    hidesResources = true;
  }

  void showResources() {
    hidesResources = false;
  }

  Object call(String type, String method) throws ReflectiveOperationException {
    var found = loadClass(type).getDeclaredMethod(method);
    found.setAccessible(true);
    return found.invoke(null);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classFiles.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    resources.add(name);
    String type = name.replace(".class", "").replace('/', '.');
    return classFiles.containsKey(type) && !hidesResources
        ? new ByteArrayInputStream(classFiles.get(type))
        : super.getResourceAsStream(name);
  }

  private JavaFileObject target(String name) {
    return new SimpleJavaFileObject(URI.create("mem:///" + name), JavaFileObject.Kind.CLASS) {
      @Override
      public OutputStream openOutputStream() {
        return new ByteArrayOutputStream() {
          @Override
          public void close() {
            classFiles.put(name, toByteArray());
          }
        };
      }
    };
  }

  /** Source from memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("mem:///Source.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return kind == Kind.SOURCE;
    }
  }
}
