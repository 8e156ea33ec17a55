package io.peertap.weaver;

import io.peertap.api.Hook;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * One hook in one copy of a library: what became of it, what it threw, and the breaker that
 * switches its call sites off when it keeps throwing.
 */
public final class HookState extends Shielded {

  /** What became of a hook. */
  public enum State {
    /** Its class has not been loaded. */
    WAITING,
    /** Its class is woven. */
    ACTIVE,
    /** Its class lacks what the hook needs, and is left alone. */
    SKIPPED,
    /** Weaving failed, and the class is left alone. */
    FAILED,
    /** It failed too often and was switched off. */
    OFF;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The state's name as it stands in a label. */
    public String label() {
      return label;
    }
  }

  private final String module;
  private final String prefix;
  private final Hook hook;
  private final String id;
  private final Errors shared;
  private final Breaker begins;
  private final Breaker ends;
  private final LongAdder errors = new LongAdder();
  private volatile State state = State.WAITING;
  private volatile String reason = "";

  HookState(String module, String prefix, Hook hook, Errors shared) {
    this(module, prefix, hook, hook.id(), shared);
  }

  private HookState(String module, String prefix, Hook hook, String id, Errors shared) {
    this.module = module;
    this.prefix = prefix;
    this.hook = hook;
    this.id = id;
    this.shared = shared;
    this.begins = new Breaker(shared.limit(), Switched.Part.BEGINS);
    this.ends = new Breaker(shared.limit(), Switched.Part.ALL);
  }

  /** The state of what a rule chose; the rule stands where else the advice does. */
  static HookState ruled(String module, Hook place, Errors shared) {
    return new HookState(module, "", place, place.id() + " (" + place.advice() + ')', shared);
  }

  /** The module's name. */
  public String module() {
    return module;
  }

  /** The package that the library was moved to, with its dot; empty for the library itself. */
  public String prefix() {
    return prefix;
  }

  /** The hook's name for people, with its rule in brackets if a rule chose the method. */
  public String id() {
    return id;
  }

  /** What became of it. */
  public State state() {
    return state;
  }

  /** Why it is skipped, failed or off; else empty. */
  public String reason() {
    return reason;
  }

  /** What its advice has thrown so far. */
  public long errors() {
    return errors.sum();
  }

  Hook hook() {
    return hook;
  }

  String key() {
    return key(module, prefix, hook);
  }

  /** A method may be hooked twice, at its begin and at its end: the advice tells which is meant. */
  static String key(String module, String prefix, Hook hook) {
    return module + '|' + prefix + '|' + hook.type() + '|' + hook.id() + '|' + hook.advice();
  }

  void become(State newState, String newReason) {
    if (state != State.OFF) {
      reason = newReason;
      state = newState;
    }
  }

  @Override
  Breaker begins() {
    return begins;
  }

  @Override
  Breaker ends() {
    return ends;
  }

  /** Counts what was thrown; opens the breaker at the limit. Does not log on this stack. */
  @Override
  void failed(Throwable failure) {
    try {
      count(failure);
    } catch (Throwable e) {
      // On an exhausted stack or heap this fails as the advice did; the host must not feel it.
    }
  }

  /** Counts as a begin does; only if ends themselves fail too often, none is told any more. */
  @Override
  void endFailed(Throwable failure) {
    failed(failure);
    try {
      boolean unused = ends.failed();
    } catch (Throwable e) {
      // As above.
    }
  }

  private void count(Throwable failure) {
    errors.increment();
    shared.total().incrementAndGet();
    if (begins.failed()) {
      reason = "switched off after " + shared.limit() + " errors within a minute, last "
          + failure.getClass().getName();
      state = State.OFF;
      shared
          .listener()
          .problem("hook " + id() + " of " + module + (prefix.isEmpty() ? "" : " in " + prefix)
              + " " + reason + "; the application runs on without it");
    }
  }
}
