package io.peertap.bitcoinj;

import io.peertap.api.MethodTap;
import java.nio.channels.CancelledKeyException;

/** A message is handed to a non-blocking socket, which has no room for it and closes. */
public final class OverflowTap implements MethodTap {

  /** For the agent. */
  public OverflowTap() {}

  @Override
  public Object enter(Object[] values) {
    return values[0];
  }

  @Override
  public void returned(Object token, Object result) {} // WriteAdvice tells.

  @Override
  public void threw(Object token, Throwable failure) {
    Link link = Links.of(token);
    if (link != null && !(failure.getCause() instanceof CancelledKeyException)) {
      link.overflowed();
    }
  }
}
