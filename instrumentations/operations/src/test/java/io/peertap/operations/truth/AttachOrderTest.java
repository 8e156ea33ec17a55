package io.peertap.operations.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.runtime.Agent;
import io.peertap.test.InProcessAgent;
import io.peertap.weaver.HookState;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A class that is loaded while the agent attaches is hooked as any other. */
class AttachOrderTest {

  @Test
  void classLoadedAtOnceWithTheTransformer_isHooked() throws Exception {
    List<Integer> answers = new ArrayList<>();
    Instrumentation busy = loadingOnceTransformed(() -> answers.add(Early.answer()));
    String rule = "operations.early.methods=io.peertap.operations.truth.Early#answer";

    try (Agent agent = Agent.start("port=0,log.level=warn," + rule, busy, "test")) {
      assertThat(answers).containsExactly(42);
      assertThat(agent.hooks())
          .filteredOn(hook -> hook.id().startsWith("Early"))
          .singleElement()
          .matches(hook -> hook.state() == HookState.State.ACTIVE && hook.errors() == 0);
    }
  }

  /** This JVM's, where an application thread does something as soon as a transformer is there. */
  private static Instrumentation loadingOnceTransformed(Runnable action) {
    Instrumentation jvm = InProcessAgent.jvm();
    return (Instrumentation) Proxy.newProxyInstance(
        AttachOrderTest.class.getClassLoader(),
        new Class<?>[] {Instrumentation.class},
        (proxy, method, args) -> {
          Object result;
          try {
            result = method.invoke(jvm, args);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
          if (method.getName().equals("addTransformer")) {
            action.run();
          }
          return result;
        });
  }
}
