package io.peertap.weaver;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The state of every hook, by module, prefix and hook. */
public final class HookTable {

  private final ConcurrentMap<String, HookState> states = new ConcurrentHashMap<>();
  private final Targets targets;
  private final Errors errors;
  private final RuledClasses ruled;

  HookTable(Targets targets, Errors errors, RuledClasses ruled) {
    this.targets = targets;
    this.errors = errors;
    this.ruled = ruled;
  }

  /** All hooks, those of rules too; those of a module that was not seen are waiting. */
  public List<HookState> list() {
    List<HookState> all = new ArrayList<>(states.values());
    all.addAll(ruled.states());
    for (Target target : targets.all()) {
      addWaiting(target, states.values(), all);
    }
    return all;
  }

  /** What all hooks threw so far. Never falls, unlike the sum over those that are listed now. */
  public long errors() {
    return errors.total().get();
  }

  HookState get(Instrumentation module, String prefix, Hook hook) {
    String key = HookState.key(module.name(), prefix, hook);
    HookState state = states.get(key);
    if (state == null) {
      HookState fresh = new HookState(module.name(), prefix, hook, errors);
      state = states.putIfAbsent(key, fresh);
      state = state == null ? fresh : state;
    }
    return state;
  }

  HookState find(String key) {
    return states.get(key);
  }

  RuledClasses ruled() {
    return ruled;
  }

  void failed(Throwable failure, String key) {
    HookState state = states.get(key);
    if (state != null) {
      state.failed(failure);
    }
  }

  /** Makes every call site do nothing, for good. */
  void allOff() {
    for (HookState state : states.values()) {
      state.off();
    }
    ruled.off();
  }

  private void addWaiting(Target target, Collection<HookState> known, List<HookState> all) {
    String module = target.module().name();
    for (Hook hook : target.hooks()) {
      boolean seen = false;
      for (HookState state : known) {
        seen |= state.key().equals(HookState.key(module, state.prefix(), hook));
      }
      if (!seen) {
        all.add(new HookState(module, "", hook, errors));
      }
    }
  }
}
