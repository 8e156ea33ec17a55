package io.peertap.weaver;

import io.peertap.api.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Hooks the modules' classes in a JVM, those already loaded and those to come, until it is closed;
 * closing gives every class its original bytes back.
 */
public final class Weaver implements AutoCloseable {

  private final java.lang.instrument.Instrumentation jvm;
  private final Targets targets;
  private final HookTable hooks;
  private final WeaverListener listener;
  private final Engine.Starter engine;
  private final LazyTransformer transformer;
  private boolean wovenLoaded;

  private Weaver(
      java.lang.instrument.Instrumentation jvm,
      List<Instrumentation> modules,
      int errorLimit,
      WeaverListener listener) {
    this.jvm = jvm;
    this.targets = new Targets(modules);
    this.hooks = new HookTable(modules, errorLimit, listener);
    this.listener = listener;
    this.engine = new Engine.Starter(jvm, hooks, listener);
    this.transformer = new LazyTransformer(targets, engine);
  }

  /**
   * Registers the transformer; loads nothing until a target class appears. Classes that are loaded
   * already wait for {@link #weaveLoaded()}.
   *
   * @param errorLimit errors of one hook within a minute that switch it off
   */
  public static Weaver install(
      java.lang.instrument.Instrumentation jvm,
      List<Instrumentation> modules,
      int errorLimit,
      WeaverListener listener) {
    Weaver weaver = new Weaver(jvm, modules, errorLimit, listener);
    jvm.addTransformer(weaver.transformer, true);
    return weaver;
  }

  /** Hooks target classes that were loaded before the transformer was registered. */
  public synchronized void weaveLoaded() {
    if (!wovenLoaded) {
      wovenLoaded = true;
      List<Class<?>> missed = loadedTargets();
      missed.removeIf(transformer::hasSeen);
      retransform(missed);
    }
  }

  /** What became of every hook. */
  public HookTable hooks() {
    return hooks;
  }

  /**
   * The transformer goes last: without one, JDK 25 forgets a class's original bytes and would
   * rebuild them from what the class has become.
   */
  @Override
  public void close() {
    transformer.leave();
    Engine started = engine.started();
    if (started != null) {
      started.stop();
      retransform(loadedTargets());
    }
    jvm.removeTransformer(transformer);
  }

  /** All at once, because each call stops the JVM; one by one if some class refuses. */
  private void retransform(List<Class<?>> loaded) {
    if (!loaded.isEmpty() && !retransform(loaded.toArray(new Class<?>[0]), false)) {
      for (Class<?> one : loaded) {
        retransform(new Class<?>[] {one}, true);
      }
    }
  }

  private boolean retransform(Class<?>[] classes, boolean tell) {
    try {
      jvm.retransformClasses(classes);
      return true;
    } catch (Throwable e) { // Whatever the JVM holds against a class, the others need it not.
      if (tell) {
        listener.problem("class " + classes[0].getName() + " cannot be retransformed: " + e);
      }
      return false;
    }
  }

  private List<Class<?>> loadedTargets() {
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> candidate : jvm.getAllLoadedClasses()) {
      if (candidate.getClassLoader() != null
          && !candidate.isArray()
          && !targets.find(candidate.getName().replace('.', '/')).isEmpty()
          && jvm.isModifiableClass(candidate)) {
        loaded.add(candidate);
      }
    }
    return loaded;
  }
}
