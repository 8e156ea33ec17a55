package io.peertap.kwik;

import io.peertap.api.Carrier;
import java.net.DatagramSocket;

/** What the agent may ask of kwik's objects: not much, they are told. */
final class View implements Carrier {

  @Override
  public boolean isOpen(Object carrier) {
    return !(carrier instanceof DatagramSocket socket) || !socket.isClosed();
  }

  @Override
  public void release(Object carrier) {
    Taps.release(carrier);
  }
}
