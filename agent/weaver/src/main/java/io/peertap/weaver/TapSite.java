package io.peertap.weaver;

import io.peertap.api.rule.Choice;
import io.peertap.api.rule.MethodTap;

/** One tap at one method of one class: what the method's call sites link to. */
final class TapSite {

  private final String key;
  private final Choice choice;
  private final int[] reads;
  private final boolean readsResult;
  private final HookState state;

  /**
   * A place for a tap.
   *
   * @param key names it in the woven class; a later tap of the same rule has another one, so that
   *     calls end with the tap that they began with
   */
  TapSite(String key, Choice choice, HookState state) {
    this.key = key;
    this.choice = choice;
    this.reads = choice.tap().reads().clone();
    this.readsResult = choice.tap().readsResult();
    this.state = state;
  }

  String key() {
    return key;
  }

  /** Name and descriptor of its method. */
  String method() {
    return choice.method().name() + choice.method().descriptor();
  }

  String rule() {
    return choice.rule();
  }

  MethodTap tap() {
    return choice.tap();
  }

  int[] reads() {
    return reads.clone();
  }

  boolean readsResult() {
    return readsResult;
  }

  HookState state() {
    return state;
  }

  /** Whether it stands for the same tap at the same method. */
  boolean is(Choice other) {
    return choice.tap() == other.tap()
        && choice.rule().equals(other.rule())
        && choice.method().name().equals(other.method().name())
        && choice.method().descriptor().equals(other.method().descriptor());
  }

  /** Takes what the tap threw. Linked call sites name the site here, which keeps it findable. */
  void failed(Throwable failure) {
    state.failed(failure);
  }
}
