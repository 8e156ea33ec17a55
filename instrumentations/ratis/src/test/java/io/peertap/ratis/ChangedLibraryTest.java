package io.peertap.ratis;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.InProcessAgent;
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
import org.junit.jupiter.api.Test;

/** A Ratis to come, in which something is not where it was. */
class ChangedLibraryTest {

  private static final String SERVER = "org.apache.ratis.server.impl.RaftServerImpl";
  private static final String APPENDER = "org.apache.ratis.grpc.server.GrpcLogAppender";

  @Test
  void methodThatIsGone_costsItsHookAndNoOther() throws Exception {
    assertThat(states(SERVER, "changeToLeader"))
        .containsExactlyInAnyOrder(
            "appendEntriesAsync/1 ACTIVE ",
            "requestVote/1 ACTIVE ",
            "changeToCandidate/1 ACTIVE ",
            "changeToLeader/0 SKIPPED no method changeToLeader with 0 arguments");
  }

  @Test
  void fieldThatIsGone_costsTheHookThatNeedsIt() throws Exception {
    assertThat(states(APPENDER, "appendLogRequestObserver"))
        .containsExactly("sendRequest/2 SKIPPED no field appendLogRequestObserver");
  }

  /** What became of the hooks into a class in which a member has another name. */
  private static List<String> states(String type, String moved) throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("");
        Changed library = new Changed(type, moved)) {
      Class.forName(type, true, library);
      List<String> states = new ArrayList<>();
      for (HookState hook : agent.hooks()) {
        if (hook.id().startsWith(type.substring(type.lastIndexOf('.') + 1) + '#')) {
          String id = hook.id().substring(hook.id().indexOf('#') + 1);
          states.add(id + ' ' + hook.state() + ' ' + hook.reason());
        }
      }
      return states;
    }
  }

  /** The library of the class path, with one class changed. */
  private static final class Changed extends URLClassLoader {
    private final String type;
    private final String moved;

    Changed(String type, String moved) throws IOException {
      super(jars(), getPlatformClassLoader());
      this.type = type;
      this.moved = moved;
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
}
