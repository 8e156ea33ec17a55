package io.peertap.weaver;

import io.peertap.api.rule.MethodRules;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Hooks the modules' classes and the methods that rules choose in a JVM, those already loaded and
 * those to come, until it is closed; closing gives every class its original bytes back.
 */
public final class Weaver implements AutoCloseable {

  private final java.lang.instrument.Instrumentation jvm;
  private final Targets targets;
  private final HookTable hooks;
  private final WeaverListener listener;
  private final Engine.Starter engine;
  private final Ruling ruling;
  private final LazyTransformer transformer;
  private boolean wovenLoaded;
  private boolean closed;

  /**
   * A weaver that does nothing yet.
   *
   * @param modules what to hook; the first one that makes rules gives chosen methods its name
   * @param rules what chooses methods, or null
   * @param errorLimit errors of one hook within a minute that switch it off
   */
  public Weaver(
      java.lang.instrument.Instrumentation jvm,
      List<ModuleEntry> modules,
      MethodRules rules,
      int errorLimit,
      WeaverListener listener) {
    Errors errors = new Errors(errorLimit, new AtomicLong(), listener);
    RuledClasses ruled = new RuledClasses(ruleModule(modules), errors);
    this.jvm = jvm;
    this.targets = new Targets(modules, listener);
    this.hooks = new HookTable(targets, errors, ruled);
    this.listener = listener;
    this.engine = new Engine.Starter(jvm, hooks, listener);
    this.ruling = new Ruling(rules, ruled, engine, listener);
    this.transformer = new LazyTransformer(targets, ruling, engine);
  }

  /**
   * Registers the transformer; loads nothing until a target class appears, which may be before this
   * returns. Classes that are loaded already wait for {@link #weaveLoaded()}.
   *
   * @return this
   */
  public Weaver start() {
    jvm.addTransformer(transformer, true);
    return this;
  }

  /** Hooks classes that were loaded before the transformer was registered. */
  public synchronized void weaveLoaded() {
    if (!wovenLoaded && !closed) {
      wovenLoaded = true;
      retransform(loaded(this::isMissed));
      transformer.forget();
    }
  }

  /**
   * Loads and builds, in the thread that asks, what the first call sites of woven classes will need,
   * so that no thread of the application does it.
   */
  public void linkAhead() {
    Engine running = engine.running();
    if (running != null) {
      running.linkAhead();
    }
  }

  /**
   * Puts other rules in force. Only classes from which they choose something else than the rules
   * before are woven anew; the others do not notice, nor do calls in progress. Rules are never
   * closed here.
   *
   * @param next what chooses methods from now on, or null
   * @return how many loaded classes were woven anew or got their bytes back
   */
  public synchronized int rules(MethodRules next) {
    if (closed) {
      return 0;
    }
    ruling.replace(next);
    List<Class<?>> outdated = loaded(ruling::isOutdated);
    retransform(outdated);
    return outdated.size();
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
  public synchronized void close() {
    closed = true;
    transformer.leave();
    Engine started = engine.started();
    if (started != null) {
      started.stop();
      retransform(loaded(this::isWoven));
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
      if (tell && isWoven(classes[0])) { // One that cannot even be linked was only looked at.
        listener.problem("class " + classes[0].getName() + " cannot be retransformed: " + e);
      }
      return false;
    }
  }

  private List<Class<?>> loaded(Predicate<Class<?>> wanted) {
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> candidate : jvm.getAllLoadedClasses()) {
      if (Ruling.isReachable(candidate.getClassLoader(), candidate.getName())
          && !candidate.isArray()
          && jvm.isModifiableClass(candidate)
          && wanted.test(candidate)) {
        loaded.add(candidate);
      }
    }
    return loaded;
  }

  private boolean isMissed(Class<?> loaded) {
    boolean target = isTarget(loaded);
    return (target || ruling.mayConcern(loaded.getClassLoader(), loaded.getName()))
        && !transformer.hasSeen(loaded)
        && (target || ruling.isOutdated(loaded));
  }

  private boolean isWoven(Class<?> loaded) {
    return isTarget(loaded) || ruling.isTapped(loaded);
  }

  private boolean isTarget(Class<?> loaded) {
    return !targets.find(loaded.getName().replace('.', '/')).isEmpty();
  }

  private static String ruleModule(List<ModuleEntry> modules) {
    for (ModuleEntry module : modules) {
      if (module.makesRules()) {
        return module.name();
      }
    }
    return "operations";
  }
}
