package io.peertap.weaver;

import io.peertap.api.MethodTap;
import io.peertap.api.rule.Choice;
import java.util.ArrayList;
import java.util.List;

/** What a rule put at one method of one class: what the method's call sites link to. */
final class TapSite extends Shielded implements TapPoint {

  private final String key;
  private final Choice choice;
  private final List<Integer> reads;
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
    this.reads = boxed(choice.tap().reads());
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

  @Override
  public List<Integer> reads() {
    return reads;
  }

  @Override
  public boolean readsResult() {
    return readsResult;
  }

  @Override
  public Object[] names(String event) {
    return new Object[] {TapLinker.MARK, key, event};
  }

  @Override
  public HookState state() {
    return state;
  }

  /** Whether it stands for the same tap at the same method. */
  boolean is(Choice other) {
    return choice.tap() == other.tap()
        && choice.rule().equals(other.rule())
        && choice.method().name().equals(other.method().name())
        && choice.method().descriptor().equals(other.method().descriptor());
  }

  @Override
  Breaker begins() {
    return state.begins();
  }

  @Override
  Breaker ends() {
    return state.ends();
  }

  /** Linked call sites name the site here, not its state, which keeps it findable. */
  @Override
  void failed(Throwable failure) {
    state.failed(failure);
  }

  @Override
  void endFailed(Throwable failure) {
    state.endFailed(failure);
  }

  private static List<Integer> boxed(int[] reads) {
    List<Integer> boxed = new ArrayList<>();
    for (int read : reads) {
      boxed.add(read);
    }
    return List.copyOf(boxed);
  }
}
