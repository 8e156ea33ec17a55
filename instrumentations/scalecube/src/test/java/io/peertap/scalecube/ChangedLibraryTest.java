package io.peertap.scalecube;

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

/** A ScaleCube to come, in which something is not where it was. */
class ChangedLibraryTest {

  private static final String GOSSIP = "io.scalecube.cluster.gossip.GossipProtocolImpl";
  private static final String DETECTOR = "io.scalecube.cluster.fdetector.FailureDetectorImpl";

  @Test
  void methodThatIsGone_costsItsHookAndNoOther() throws Exception {
    assertThat(states(GOSSIP, "createAndPutGossip"))
        .containsExactlyInAnyOrder(
            "createAndPutGossip/1 SKIPPED no method createAndPutGossip with 1 arguments",
            "onGossipRequest/1 ACTIVE ");
  }

  @Test
  void fieldThatIsGone_costsTheHooksThatNeedIt() throws Exception {
    assertThat(states(GOSSIP, "sequenceIdCollectors"))
        .containsExactlyInAnyOrder(
            "createAndPutGossip/1 ACTIVE ",
            "onGossipRequest/1 SKIPPED no field sequenceIdCollectors");
    assertThat(states(DETECTOR, "localMember"))
        .containsExactlyInAnyOrder(
            "publishPingResult/3 SKIPPED no field localMember",
            "doPingReq/4 SKIPPED no field localMember");
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
