package io.peertap.weaver;

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

  private static final MethodHandle FAILED = Shield.failed(HookState.class);

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
    try {
      MethodHandle advice = advice(caller, target, state, (String) names[1]).asType(type);
      return Shield.over(advice, state.on(), FAILED.bindTo(state));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("advice " + state.hook().advice() + " cannot be linked", e);
    }
  }

  private MethodHandle advice(
      MethodHandles.Lookup caller, Target target, HookState state, String method)
      throws ReflectiveOperationException {
    ClassLoader application = caller.lookupClass().getClassLoader();
    PluginLoader plugin = plugins.get(application, target.module(), state.prefix());
    for (Method candidate : plugin.loadClass(state.hook().advice()).getDeclaredMethods()) {
      if (candidate.getName().equals(method)) {
        return MethodHandles.publicLookup().unreflect(candidate);
      }
    }
    throw new NoSuchMethodException(state.hook().advice() + '.' + method);
  }
}
