package io.peertap.scalecube;

import io.netty.buffer.ByteBuf;

/** Sees each frame of an accepted channel as the decoder of messages is given it. */
final class FrameHandler extends Observer {

  private final Link link;

  FrameHandler(Link link) {
    this.link = link;
  }

  @Override
  void saw(Object message) {
    if (message instanceof ByteBuf) {
      Links.came(message, link);
    }
  }
}
