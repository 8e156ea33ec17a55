package io.peertap.libp2p;

import io.libp2p.core.P2PChannel;
import io.netty.channel.Channel;
import io.peertap.api.Carrier;
import io.peertap.api.Connection;

/** What the agent may ask of a stream's channel, and of a relayed connection. */
final class CarrierView implements Carrier {

  static final CarrierView VIEW = new CarrierView();

  private CarrierView() {}

  @Override
  public boolean isOpen(Object carrier) {
    return carrier instanceof Channel channel
        ? channel.isOpen()
        : !((P2PChannel) carrier).closeFuture().isDone();
  }

  @Override
  public boolean isWritable(Object carrier) {
    return true;
  }

  @Override
  public String loop(Object carrier) {
    return null; // That of the socket below.
  }

  @Override
  public int pendingTasks(Object carrier) {
    return -1;
  }

  @Override
  public void sampleRoundTrip(Object carrier, Connection connection) {}

  @Override
  public void release(Object carrier) {}
}
