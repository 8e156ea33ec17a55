package io.peertap.bitcoinj;

import io.peertap.api.Direction;
import io.peertap.api.MethodTap;
import java.net.SocketAddress;
import org.bitcoinj.net.StreamConnection;

/** A manager of connections dials; the future that it returns tells how that ends. */
public final class DialTap implements MethodTap {

  /** For the agent. */
  public DialTap() {}

  @Override
  public Object enter(Object[] values) {
    return Links.opening(
        (StreamConnection) values[1], Direction.OUTBOUND, (SocketAddress) values[0]);
  }

  @Override
  public void returned(Object token, Object result) {
    if (token instanceof Link link) {
      Followed.dial(result, link);
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Link link) {
      link.undialled(failure);
    }
  }
}
