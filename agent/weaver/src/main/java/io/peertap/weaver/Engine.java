package io.peertap.weaver;

import io.peertap.api.Hook;
import java.lang.instrument.Instrumentation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that reads and writes bytecode; started by the first class to weave. */
final class Engine {

  private final Class<?> dispatcher;
  private final HookTable hooks;
  private final WeaverListener listener;
  private final ClassWeaver weaver;
  private final LinksAhead ahead;
  private final Set<String> recognised = ConcurrentHashMap.newKeySet();
  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  private Engine(
      Class<?> dispatcher,
      HookTable hooks,
      Plugins plugins,
      Linker linker,
      WeaverListener listener) {
    this.dispatcher = dispatcher;
    this.hooks = hooks;
    this.listener = listener;
    this.ahead = new LinksAhead(plugins);
    this.weaver = new ClassWeaver(hooks, plugins, linker, ahead);
  }

  /** Does ahead, in this thread, what the first call sites will need. */
  void linkAhead() {
    ahead.link();
  }

  /** The woven class file, or null to leave the class alone. Never throws. */
  byte[] weave(
      ClassLoader application,
      Target target,
      String internalName,
      String source,
      byte[] classFile) {
    String prefix = target.prefix(internalName).replace('/', '.');
    try {
      String obstacle = ClassFileVersions.obstacle(classFile);
      if (obstacle != null) {
        leave(target, prefix, HookState.State.SKIPPED, obstacle);
        return null;
      }
      byte[] woven = weaver.weave(application, target, prefix, classFile);
      recognised(target.module().name(), prefix, source);
      reportSkipped(target, prefix, source);
      return woven;
    } catch (Throwable e) { // The JVM would swallow it silently; the class stays as it is.
      leave(target, prefix, HookState.State.FAILED, e.toString());
      return null;
    }
  }

  /** Says so when the first class of a module, or of a relocated copy, was woven. */
  void recognised(String module, String prefix, String source) {
    if (recognised.add(module + '|' + prefix)) {
      listener.recognised(module, prefix, source);
    }
  }

  void stop() {
    hooks.allOff();
    try {
      DispatcherInstaller.release(dispatcher);
    } catch (ReflectiveOperationException e) {
      listener.problem("the dispatcher could not be released: " + e);
    }
  }

  private void leave(Target target, String prefix, HookState.State state, String reason) {
    for (Hook hook : target.hooks()) {
      hooks.get(target.module(), prefix, hook).become(state, reason);
    }
    if (reported.add(target.suffix() + '|' + prefix)) {
      listener.problem("module " + target.module().name() + " leaves class " + prefix
          + target.suffix().replace('/', '.') + " alone: " + reason
          + "; switch the module off with " + target.module().name() + ".enabled=false");
    }
  }

  private void reportSkipped(Target target, String prefix, String source) {
    for (Hook hook : target.hooks()) {
      HookState state = hooks.get(target.module(), prefix, hook);
      if (state.state() == HookState.State.SKIPPED
          && !hook.optional()
          && reported.add(state.key())) {
        listener.problem(
            "module " + target.module().name() + " does not know this version of " + prefix
                + target.suffix().replace('/', '.') + (source.isEmpty() ? "" : " (" + source + ")")
                + ": hook " + state.id() + " is skipped, " + state.reason());
      }
    }
  }

  /** Starts the engine once, on whichever thread loads the first class to weave. */
  static final class Starter {
    private final Instrumentation jvm;
    private final HookTable hooks;
    private final WeaverListener listener;
    private boolean tried;
    private Engine engine;

    Starter(Instrumentation jvm, HookTable hooks, WeaverListener listener) {
      this.jvm = jvm;
      this.hooks = hooks;
      this.listener = listener;
    }

    /**
     * The engine, or null if it cannot run here. Touches only the agent's and the JDK's classes, so
     * the lock cannot meet one of the application's.
     */
    synchronized Engine get() {
      if (!tried) {
        tried = true;
        try {
          engine = start();
        } catch (Throwable e) {
          listener.problem("nothing is hooked, the application runs on as it is: " + e);
        }
      }
      return engine;
    }

    /** The engine if it was started; from now on it is not started any more. */
    synchronized Engine started() {
      tried = true;
      return engine;
    }

    /** The engine if it was started so far. */
    synchronized Engine running() {
      return engine;
    }

    private Engine start() throws Exception {
      Class<?> dispatcher = DispatcherInstaller.install(jvm);
      Plugins plugins = new Plugins();
      Linker linker = new Linker(hooks, plugins, new TapLinker(hooks.ruled()));
      if (!DispatcherInstaller.claim(dispatcher, linker, new Failures(hooks))) {
        throw new IllegalStateException("another Peertap agent is at work in this JVM");
      }
      return new Engine(dispatcher, hooks, plugins, linker, listener);
    }
  }

  /** Takes what advice throw to the hook that it came from. */
  private record Failures(HookTable hooks)
      implements java.util.function.BiConsumer<Throwable, String> {
    @Override
    public void accept(Throwable failure, String hook) {
      hooks.failed(failure, hook);
    }
  }
}
