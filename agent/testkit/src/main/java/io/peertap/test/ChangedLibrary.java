package io.peertap.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.weaver.HookState;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/**
 * The libraries of the class path as they may be one day: a member has another name. Everything
 * else is as it was, and all of it is a copy of its own.
 */
public final class ChangedLibrary extends URLClassLoader {

  private final Predicate<String> owners;
  private final String moved;

  /** Of the classes that are chosen by their names; all others call the member by its new name. */
  private ChangedLibrary(Predicate<String> owners, String moved) throws IOException {
    this(jars(), owners, moved);
  }

  private ChangedLibrary(URL[] jars, Predicate<String> owners, String moved) {
    super(jars, getPlatformClassLoader());
    this.owners = owners;
    this.moved = moved;
  }

  /**
   * A library that is not on the class path, in all of whose classes a member has another name.
   *
   * @param root what the names of its classes begin with
   */
  public static ChangedLibrary of(URL[] jars, String root, String moved) {
    return new ChangedLibrary(jars, type -> type.startsWith(root), moved);
  }

  /**
   * What becomes of the hooks into a class in which a member has another name: a line each, of the
   * method and its number of arguments, the state, and the reason.
   */
  public static List<String> states(String type, String moved)
      throws IOException, ClassNotFoundException {
    try (InProcessAgent agent = InProcessAgent.start("");
        ChangedLibrary library = new ChangedLibrary(type::equals, moved)) {
      String hooks = Class.forName(type, false, library).getSimpleName() + '#';
      List<String> states = new ArrayList<>();
      for (HookState hook : agent.hooks()) {
        if (hook.id().startsWith(hooks)) {
          states.add(line(hook).substring(hook.id().indexOf('#') + 1));
        }
      }
      return states;
    }
  }

  /**
   * Runs the application of a contract on a library in all of whose classes a member has another
   * name. Checks that the application does what it does on the library as it is, without agent, and
   * that nothing of the agent fails. The library must not inherit the member from elsewhere.
   *
   * @return the hooks of the module that are not active, but for those that no run can reach: a
   *     line each, of the hook, the state, and the reason
   */
  public static List<String> inactive(InstrumentationContract contract, String moved)
      throws Exception {
    String root = contract.instrumentation().root();
    List<String> inactive = new ArrayList<>();
    Object transcript;
    try (InProcessAgent agent = InProcessAgent.start(contract.options());
        ChangedLibrary library = new ChangedLibrary(type -> type.startsWith(root), moved)) {
      transcript = library.run(contract.getClass());
      agent.awaitEmpty();
      List<String> unreachable = new ArrayList<>(contract.unreachable());
      String module = contract.instrumentation().name();
      int skipped = 0;
      for (HookState hook : agent.hooks()) {
        if (hook.module().equals(module) && hook.state() != HookState.State.ACTIVE) {
          skipped += hook.state() == HookState.State.SKIPPED ? 1 : 0;
          if (hook.reason().contains(moved) || !unreachable.remove(hook.id())) {
            inactive.add(line(hook));
          }
        }
      }
      assertThat(agent.scrape().sum("agent_errors_total")).isZero();
      assertThat(agent.scrape().sum("agent_hooks", "module", module, "state", "skipped"))
          .isEqualTo(skipped);
    }
    try (ChangedLibrary same = new ChangedLibrary(type -> false, moved)) {
      assertThat(transcript).isEqualTo(same.run(contract.getClass()));
    }
    return inactive;
  }

  private static String line(HookState hook) {
    return (hook.id() + ' ' + hook.state() + ' ' + hook.reason()).strip();
  }

  /** The transcript of the contract's application on this copy of the library. */
  private Object run(Class<?> contract) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(this);
    try {
      Class<?> copy = loadClass(contract.getName());
      Constructor<?> constructor = copy.getDeclaredConstructor();
      constructor.setAccessible(true);
      Method transcript = copy.getDeclaredMethod("transcript");
      transcript.setAccessible(true);
      return transcript.invoke(constructor.newInstance());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      Moving moving = new Moving();
      ClassWriter out = new ClassWriter(0);
      new ClassReader(in.readAllBytes()).accept(new ClassRemapper(out, moving), 0);
      byte[] bytes = out.toByteArray();
      return moving.moves ? defineClass(name, bytes, 0, bytes.length) : super.findClass(name);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** Renames the member, and notes whether a class has to do with it. */
  private final class Moving extends Remapper {

    private boolean moves;

    Moving() {
      super(Opcodes.ASM9);
    }

    @Override
    public String mapMethodName(String owner, String name, String descriptor) {
      return mapped(owner, name);
    }

    @Override
    public String mapFieldName(String owner, String name, String descriptor) {
      return mapped(owner, name);
    }

    private String mapped(String owner, String name) {
      if (!name.equals(moved) || !owners.test(owner.replace('/', '.'))) {
        return name;
      }
      moves = true;
      return "elsewhere";
    }
  }

  private static URL[] jars() throws IOException {
    List<URL> jars = new ArrayList<>();
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      jars.add(new File(path).toURI().toURL());
    }
    return jars.toArray(new URL[0]);
  }
}
