package io.peertap.weaver;

import io.peertap.api.Hook;
import io.peertap.api.rule.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The classes that rules have chosen from, by loader and binary name; they go with their loader. */
final class RuledClasses {

  private final String module;
  private final Errors errors;
  private final AtomicLong serial = new AtomicLong();
  private final PerLoader<Map<String, RuledClass>> byLoader = new PerLoader<>();

  RuledClasses(String module, Errors errors) {
    this.module = module;
    this.errors = errors;
  }

  /** The module that the rules belong to. */
  String module() {
    return module;
  }

  /** What is known of a class, or null if rules chose nothing from it so far. */
  RuledClass find(ClassLoader loader, String binaryName) {
    Map<String, RuledClass> known = byLoader.find(home(loader));
    return known == null ? null : known.get(binaryName);
  }

  RuledClass get(ClassLoader loader, String binaryName) {
    return byLoader
        .keep(home(loader), new ConcurrentHashMap<>())
        .computeIfAbsent(binaryName, name -> new RuledClass());
  }

  /** The boot loader is no object; its classes stand with the next one, from which nothing is chosen. */
  private static ClassLoader home(ClassLoader loader) {
    return loader == null ? ClassLoader.getPlatformClassLoader() : loader;
  }

  /** A new site for what a rule chose from a class. */
  TapSite site(String binaryName, Choice choice) {
    Hook place = Hook.on(binaryName)
        .method(choice.method().parameters().size(), choice.method().name())
        .advice(choice.rule());
    return new TapSite(
        choice.rule() + '#' + serial.incrementAndGet(),
        choice,
        HookState.ruled(module, place, errors));
  }

  /** The state of a class that failed as a whole. */
  HookState failed(String binaryName, String reason) {
    Hook place = Hook.on(binaryName).method(0, "*").advice("all rules");
    HookState state = HookState.ruled(module, place, errors);
    state.become(HookState.State.FAILED, reason);
    return state;
  }

  /** Other rules are in force. */
  void renew() {
    for (RuledClass ruled : all()) {
      ruled.renew();
    }
  }

  List<HookState> states() {
    List<HookState> states = new ArrayList<>();
    for (RuledClass ruled : all()) {
      states.addAll(ruled.states());
    }
    return states;
  }

  /** Switches every tap off, those too that only calls in progress know. */
  void off() {
    for (RuledClass ruled : all()) {
      for (TapSite site : ruled.all()) {
        site.off();
      }
    }
  }

  private List<RuledClass> all() {
    List<RuledClass> all = new ArrayList<>();
    for (Map<String, RuledClass> ofLoader : byLoader.all()) {
      all.addAll(ofLoader.values());
    }
    return all;
  }
}
