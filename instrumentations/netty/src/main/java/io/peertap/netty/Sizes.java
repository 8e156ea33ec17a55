package io.peertap.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;

/** How many bytes a message carries. */
final class Sizes {

  private Sizes() {}

  static int of(Object message) {
    if (message instanceof ByteBuf buffer) {
      return buffer.readableBytes();
    }
    return message instanceof ByteBufHolder holder ? holder.content().readableBytes() : 0;
  }
}
