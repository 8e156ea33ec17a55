package io.peertap.libp2p;

import io.peertap.api.MethodTap;

/** The router does what a peer's control message asks; what it does else is its own will. */
public final class ControlTap implements MethodTap {

  private static final ThreadLocal<String> SIDE = ThreadLocal.withInitial(() -> "local");

  /** At whose will the router's thread changes a mesh: local or remote. */
  static String side() {
    return SIDE.get();
  }

  @Override
  public Object enter(Object[] values) {
    SIDE.set("remote");
    return SIDE;
  }

  @Override
  public void returned(Object token, Object result) {
    SIDE.remove();
  }

  @Override
  public void threw(Object token, Throwable failure) {
    SIDE.remove();
  }
}
