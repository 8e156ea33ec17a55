package io.peertap.libp2p;

import io.libp2p.core.P2PChannel;
import io.netty.channel.Channel;
import io.peertap.api.Carrier;

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
  public String loop(Object carrier) {
    return null; // That of the socket below.
  }
}
