package io.peertap.benchmarks.hook;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.buffer.UnpooledHeapByteBuf;

/**
 * A buffer that no release frees, so that one serves all messages. Not a wrapper of one: those cost
 * whoever asks for the size.
 */
public final class EternalBuffer extends UnpooledHeapByteBuf {

  /** Of so many zeros. */
  public EternalBuffer(int size) {
    super(UnpooledByteBufAllocator.DEFAULT, size, size);
    writeZero(size);
  }

  @Override
  public boolean release() {
    return false;
  }
}
