package io.peertap.operations.tap;

import io.peertap.api.rule.RuleTap;

/** Learns the objects of a class from its constructors. */
final class InstanceTap implements RuleTap {

  private final Watched watched;

  InstanceTap(Watched watched) {
    this.watched = watched;
  }

  @Override
  public int[] reads() {
    return new int[0];
  }

  @Override
  public boolean readsResult() {
    return true;
  }

  @Override
  public Object enter(Object[] values) {
    return null;
  }

  @Override
  public void returned(Object token, Object result) {
    if (result != null) {
      watched.add(result);
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {}
}
