package io.peertap.weaver;

import io.peertap.api.Hook;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Links a woven call site to its advice or tap, behind the hook's off switch. */
final class Linker implements Function<Object[], CallSite> {

  private final HookTable hooks;
  private final Plugins plugins;
  private final TapLinker taps;
  private final Map<String, Target> targets = new ConcurrentHashMap<>();

  Linker(HookTable hooks, Plugins plugins, TapLinker taps) {
    this.hooks = hooks;
    this.plugins = plugins;
    this.taps = taps;
  }

  /** Makes a hook's call sites linkable. */
  void expect(HookState state, Target target) {
    targets.put(state.key(), target);
  }

  @Override
  public CallSite apply(Object[] request) {
    MethodHandles.Lookup caller = (MethodHandles.Lookup) request[0];
    MethodType type = (MethodType) request[1];
    Object[] names = (Object[]) request[2];
    if (names[0].equals(TapLinker.MARK)) {
      return taps.link(caller.lookupClass(), type, (String) names[1], (String) names[2]);
    }
    HookState state = hooks.find((String) names[0]);
    Target target = targets.get((String) names[0]);
    ClassLoader application = caller.lookupClass().getClassLoader();
    PluginLoader plugin = plugins.get(application, target.module(), state.prefix());
    try {
      String name = (String) names[1];
      return state.hook().isTap()
          ? TapCallSites.link(plugin.tap(state.hook().advice()), name, type, state)
          : Shield.begin(advice(plugin, state.hook(), name).asType(type), state);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(state.hook().advice() + " cannot be linked", e);
    }
  }

  static MethodHandle advice(PluginLoader plugin, Hook hook, String name)
      throws ReflectiveOperationException {
    for (Method candidate : plugin.loadClass(hook.advice()).getDeclaredMethods()) {
      if (candidate.getName().equals(name)) {
        return MethodHandles.publicLookup().unreflect(candidate);
      }
    }
    throw new NoSuchMethodException(hook.advice() + '.' + name);
  }
}
