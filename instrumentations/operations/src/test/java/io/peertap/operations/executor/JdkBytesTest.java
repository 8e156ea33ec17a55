package io.peertap.operations.executor;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.InProcessAgent;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of the bytes of the JDK's classes. */
class JdkBytesTest {

  private static final List<Class<?>> HOOKED =
      List.of(ThreadPoolExecutor.class, ForkJoinWorkerThread.class);

  private final Instrumentation jvm = InProcessAgent.jvm();

  @Test
  void withoutTheOption_noClassOfTheJdkIsTouched() throws Exception {
    try (InProcessAgent agent =
        InProcessAgent.start("executors.all.type=extends java.util.concurrent.**,"
            + "operations.all.methods=java.util.concurrent.**#execute*")) {
      SilentPool pool = new SilentPool(1);
      pool.submit(() -> {}).get(10, TimeUnit.SECONDS);
      Tasks.finish(pool);
      List<String> touched = new ArrayList<>();
      bytes(ofJdk()).forEach((name, bytes) -> {
        if (names(bytes, "PeertapDispatcher") && !name.endsWith("PeertapDispatcher")) {
          touched.add(name);
        }
      });
      assertThat(touched).isEmpty();
      assertThat(agent.hooks()).noneMatch(hook -> hook.id().startsWith("ThreadPoolExecutor"));
    }
  }

  @Test
  void withTheOption_onlyTheNamedClassesAreTouchedAndGetTheirBytesBack() throws Exception {
    Map<String, byte[]> before = bytes(HOOKED);
    try (InProcessAgent agent = InProcessAgent.start("jdk.executors=on")) {
      Map<String, byte[]> during = bytes(ofJdk());
      during.forEach((name, bytes) -> assertThat(names(bytes, "PeertapDispatcher"))
          .as(name)
          .isEqualTo(before.containsKey(name) || name.endsWith("PeertapDispatcher")));
      assertThat(agent.hooks()).anyMatch(hook -> hook.id().contains("ThreadPoolExecutor"));
    }
    Map<String, byte[]> after = bytes(HOOKED);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
  }

  private List<Class<?>> ofJdk() {
    List<Class<?>> all = new ArrayList<>(HOOKED);
    all.addAll(List.of(ForkJoinPool.class, ScheduledThreadPoolExecutor.class, FutureTask.class));
    for (Class<?> loaded : jvm.getAllLoadedClasses()) {
      if (loaded.getClassLoader() == null
          && !loaded.isArray()
          && !loaded.isHidden()
          && loaded.getName().startsWith("java.util.concurrent.")
          && jvm.isModifiableClass(loaded)
          && !all.contains(loaded)) {
        all.add(loaded);
      }
    }
    return all;
  }

  /** The bytes as they come out of all transformers: one that stands behind them only looks. */
  private Map<String, byte[]> bytes(List<Class<?>> classes) throws Exception {
    Map<String, byte[]> seen = new HashMap<>();
    ClassFileTransformer spy = new ClassFileTransformer() {
      @Override
      public byte[] transform(
          ClassLoader loader,
          String name,
          Class<?> redefined,
          ProtectionDomain domain,
          byte[] bytes) {
        if (redefined != null) {
          seen.put(redefined.getName(), bytes.clone());
        }
        return null;
      }
    };
    jvm.addTransformer(spy, true);
    try {
      jvm.retransformClasses(classes.toArray(new Class<?>[0]));
    } finally {
      jvm.removeTransformer(spy);
    }
    assertThat(seen).hasSameSizeAs(classes);
    return seen;
  }

  private static boolean names(byte[] classFile, String text) {
    return new String(classFile, StandardCharsets.ISO_8859_1).contains(text);
  }
}
