package io.peertap.kwik;

import io.peertap.api.Carrier;
import io.peertap.api.Connection;
import java.net.DatagramSocket;

/** What the agent may ask of kwik's objects: not much, they are told. */
final class View implements Carrier {

  @Override
  public boolean isOpen(Object carrier) {
    return !(carrier instanceof DatagramSocket socket) || !socket.isClosed();
  }

  @Override
  public boolean isWritable(Object carrier) {
    return true;
  }

  @Override
  public String loop(Object carrier) {
    return null;
  }

  @Override
  public int pendingTasks(Object carrier) {
    return -1;
  }

  @Override
  public void sampleRoundTrip(Object carrier, Connection connection) {}

  @Override
  public void release(Object carrier) {
    Taps.release(carrier);
  }
}
