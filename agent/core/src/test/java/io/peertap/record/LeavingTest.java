package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Threads of the application outlive the agent, and hold nothing of it. */
class LeavingTest {

  /** What the agent's loader runs on the application's thread. */
  public static final class Work implements Runnable {
    @Override
    public void run() {
      Tables tables = new Tables();
      Operation operation = tables.records.operations().operation("signing", false);
      operation.begin("kind").ended(Outcome.FAILURE, null);
      operation.begin(null).later().ended(Outcome.SUCCESS, null);
      tables.records.operations().ping().begin(null).ended(Outcome.SUCCESS, null);
      if (tables.numbers().sum("operations_completed_total") != 2) {
        throw new AssertionError("not counted");
      }
      tables.records.release();
    }
  }

  @Test
  void loaderOfAnAgentThatHasLeftIsCollectedWhileThreadsLive() throws Exception {
    ExecutorService application = Executors.newSingleThreadExecutor();
    try {
      WeakReference<ClassLoader> loader = work(application);

      Awaitility.await().untilAsserted(() -> {
        System.gc();
        assertThat(loader.get()).isNull();
      });
      application.submit(() -> {}).get();
    } finally {
      application.shutdown();
    }
  }

  private static WeakReference<ClassLoader> work(ExecutorService application) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      Runnable work = (Runnable)
          loader.loadClass(Work.class.getName()).getDeclaredConstructor().newInstance();
      assertThat(work.getClass()).isNotEqualTo(Work.class);
      application.submit(work).get();
      return new WeakReference<>(loader);
    }
  }

  private static URL[] classPath() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(new URL[0]);
  }
}
