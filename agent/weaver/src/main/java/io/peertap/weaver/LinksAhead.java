package io.peertap.weaver;

import java.lang.invoke.MethodHandle;
import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Loads and builds what the first call site of each woven class needs, in a thread of the agent: an
 * event loop that meets its first connection finds most of it done. Call sites are still linked
 * where they are reached, and what fails here fails there again, and is told.
 */
final class LinksAhead {

  private final Plugins plugins;
  private final Queue<First> expected = new ConcurrentLinkedQueue<>();

  LinksAhead(Plugins plugins) {
    this.plugins = plugins;
  }

  /** A class is woven, with this hook among others. */
  void expect(ClassLoader application, Target target, HookState state, AdviceMethod advice) {
    expected.add(new First(new WeakReference<>(application), target, state, advice));
  }

  /** Does what is expected so far. */
  void link() {
    for (First first = expected.poll(); first != null; first = expected.poll()) {
      try {
        first.link(plugins);
      } catch (Throwable e) {
        // Where it is needed, it fails again.
      }
    }
  }

  private record First(
      WeakReference<ClassLoader> application, Target target, HookState state, AdviceMethod advice) {

    void link(Plugins plugins) throws ReflectiveOperationException {
      ClassLoader loader = application.get();
      if (loader != null) {
        PluginLoader plugin = plugins.get(loader, target.module(), state.prefix());
        MethodHandle called = Linker.advice(plugin, state.hook(), advice.name());
        MethodHandle unused = Shield.beginning(called.asType(called.type().erase()), state);
      }
    }
  }
}
