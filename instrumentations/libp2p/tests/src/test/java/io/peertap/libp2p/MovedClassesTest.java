package io.peertap.libp2p;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.InProcessAgent;
import io.peertap.weaver.HookState;
import java.io.IOException;
import java.io.InputStream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** A library that has changed loses what hung off the change, and nothing else; and says so. */
class MovedClassesTest {

  private static final String INITIATOR = "io.libp2p.protocol.PingProtocol$PingInitiator";
  private static final String RESPONDER = "io.libp2p.protocol.PingProtocol$PingResponder";
  private static final String ROUTER = "io.libp2p.pubsub.AbstractRouter";

  @Test
  void changedMembers_disableTheirHooksOnly() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("")) {
      Changed loader = new Changed();
      loader.loadClass(INITIATOR);
      loader.loadClass(RESPONDER);
      loader.loadClass(ROUTER);
      assertThat(state(agent, "PingInitiator#ping/0").state()).isEqualTo(HookState.State.SKIPPED);
      assertThat(state(agent, "PingInitiator#ping/0").reason())
          .isEqualTo("no method ping with 0 arguments");
      assertThat(state(agent, "PingResponder#onMessage/2").state())
          .isEqualTo(HookState.State.ACTIVE);
      HookState subscriptions = state(agent, "AbstractRouter#handleMessageSubscriptions/2");
      assertThat(subscriptions.state()).isEqualTo(HookState.State.SKIPPED);
      assertThat(subscriptions.reason()).isEqualTo("no field peersTopics");
      assertThat(state(agent, "AbstractRouter#send/2").state()).isEqualTo(HookState.State.ACTIVE);
      assertThat(agent.scrape().sum("agent_hooks", "module", "libp2p", "state", "skipped"))
          .isEqualTo(3);
    }
  }

  private static HookState state(InProcessAgent agent, String id) {
    return agent.hooks().stream()
        .filter(hook -> hook.module().equals("libp2p") && hook.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** A library whose ping has another name, and whose routers keep subscriptions elsewhere. */
  private static final class Changed extends ClassLoader {
    Changed() {
      super(MovedClassesTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known != null) {
          return known;
        }
        return name.startsWith("io.libp2p.") ? define(name) : super.loadClass(name, resolve);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(in).accept(new Renaming(writer), 0);
        byte[] bytes = writer.toByteArray();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  /** Renames members where they are declared. */
  private static final class Renaming extends ClassVisitor {
    Renaming(ClassWriter next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String generic, String[] exceptions) {
      return super.visitMethod(
          access, name.equals("ping") ? "probe" : name, descriptor, generic, exceptions);
    }

    @Override
    public net.bytebuddy.jar.asm.FieldVisitor visitField(
        int access, String name, String descriptor, String generic, Object value) {
      String renamed = name.equals("peersTopics") ? "topics" : name;
      return super.visitField(access, renamed, descriptor, generic, value);
    }
  }
}
