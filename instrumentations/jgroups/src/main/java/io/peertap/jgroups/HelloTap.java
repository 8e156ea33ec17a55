package io.peertap.jgroups;

import io.peertap.api.Direction;
import io.peertap.api.MethodTap;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.jgroups.Address;
import org.jgroups.stack.IpAddress;

/** An accepted socket waits for who its dialler is. */
public final class HelloTap implements MethodTap {

  /** Cookie, version, and the length of the address. */
  static final int HEADER = 8;

  /** For the agent. */
  public HelloTap() {}

  @Override
  public Object enter(Object[] values) {
    Socket socket = (Socket) values[1];
    Link link = Links.opening(values[0], Direction.INBOUND, socket.getRemoteSocketAddress());
    if (link != null && socket instanceof SSLSocket) {
      link.encrypts();
    }
    return link;
  }

  @Override
  public void returned(Object token, Object result) {
    if (token instanceof Link link) {
      link.traffic().received(HEADER + ((IpAddress) result).serializedSize());
      link.up((Address) result);
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Link link) {
      link.refused(failure);
      link.closed(null);
    }
  }
}
