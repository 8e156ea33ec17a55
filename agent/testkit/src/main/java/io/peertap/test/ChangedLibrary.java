package io.peertap.test;

import io.peertap.weaver.HookState;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/** The libraries of the class path as they may be one day: one class has a member elsewhere. */
public final class ChangedLibrary extends URLClassLoader {

  private final String type;
  private final String moved;

  private ChangedLibrary(String type, String moved) throws IOException {
    super(jars(), getPlatformClassLoader());
    this.type = type;
    this.moved = moved;
  }

  /**
   * What becomes of the hooks into a class in which a member has another name: a line each, of the
   * method and its number of arguments, the state, and the reason.
   */
  public static List<String> states(String type, String moved)
      throws IOException, ClassNotFoundException {
    try (InProcessAgent agent = InProcessAgent.start("");
        ChangedLibrary library = new ChangedLibrary(type, moved)) {
      Class.forName(type, true, library);
      List<String> states = new ArrayList<>();
      for (HookState hook : agent.hooks()) {
        if (hook.id().startsWith(type.substring(type.lastIndexOf('.') + 1) + '#')) {
          String id = hook.id().substring(hook.id().indexOf('#') + 1);
          states.add((id + ' ' + hook.state() + ' ' + hook.reason()).strip());
        }
      }
      return states;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.equals(type)) {
      return super.findClass(name);
    }
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      byte[] bytes = changed(in.readAllBytes());
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private byte[] changed(byte[] original) {
    ClassWriter out = new ClassWriter(0);
    new ClassReader(original)
        .accept(
            new ClassRemapper(out, new Remapper(Opcodes.ASM9) {
              @Override
              public String mapMethodName(String owner, String name, String descriptor) {
                return name.equals(moved) ? "elsewhere" : name;
              }

              @Override
              public String mapFieldName(String owner, String name, String descriptor) {
                return name.equals(moved) ? "elsewhere" : name;
              }
            }),
            0);
    return out.toByteArray();
  }

  private static URL[] jars() throws IOException {
    List<URL> jars = new ArrayList<>();
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      jars.add(new File(path).toURI().toURL());
    }
    return jars.toArray(new URL[0]);
  }
}
