package io.peertap.weaver;

import java.util.List;

/** The tap of a named hook. Its class is the linker's business: here nothing of it is loaded. */
record HookTap(HookState state) implements TapPoint {

  @Override
  public List<Integer> reads() {
    return state.hook().reads();
  }

  @Override
  public boolean readsResult() {
    return true;
  }

  @Override
  public Object[] names(String event) {
    return new Object[] {state.key(), event};
  }
}
