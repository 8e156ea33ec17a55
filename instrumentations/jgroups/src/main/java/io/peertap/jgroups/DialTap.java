package io.peertap.jgroups;

import io.peertap.api.Direction;
import io.peertap.api.MethodTap;
import org.jgroups.blocks.cs.Connection;

/** A connection dials. Non-blocking ones may return before it is decided. */
public final class DialTap implements MethodTap {

  /** For the agent. */
  public DialTap() {}

  @Override
  public Object enter(Object[] values) {
    Link link = Links.opening(values[0], Direction.OUTBOUND, Links.remote(values[1]));
    if (link != null) {
      link.dialling();
    }
    return values[0];
  }

  @Override
  public void returned(Object token, Object result) {
    Link link = Links.of(token);
    if (link != null) {
      Connection connection = (Connection) token;
      link.dialled(connection.peerAddress(), connection.isConnected());
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    Link link = Links.of(token);
    if (link != null) {
      link.undialled(failure);
    }
  }
}
