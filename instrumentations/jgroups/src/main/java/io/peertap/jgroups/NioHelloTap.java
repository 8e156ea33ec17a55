package io.peertap.jgroups;

import io.peertap.api.MethodTap;

/** An accepted channel reads who its dialler is, as far as that has come. */
public final class NioHelloTap implements MethodTap {

  /** For the agent. */
  public NioHelloTap() {}

  /** By the connection's channel. */
  @Override
  public Object enter(Object[] values) {
    return Links.of(values[0]);
  }

  @Override
  public void returned(Object token, Object result) {
    // Whoever takes it for a member tells.
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Link link) {
      link.refused(failure);
    }
  }
}
