package io.peertap.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.util.ArrayDeque;
import java.util.Deque;

/** One socket of a link, and what waits to leave through it. Only the link's thread calls. */
abstract class Port {

  private final Deque<Parcel> outbox = new ArrayDeque<>();

  /** Bytes that leave once they are due; the recipient only if the socket has no single one. */
  record Parcel(long due, ByteBuffer bytes, SocketAddress recipient) {}

  abstract SelectableChannel channel();

  /** What the socket waits for, besides what it is to send: an operation of its selection key. */
  abstract int wants();

  /** What the socket waited for has come. */
  abstract void come() throws IOException;

  /** Hands bytes to the socket, which may leave some or all of them. */
  abstract void write(Parcel parcel) throws IOException;

  /** The socket failed. */
  abstract void failed() throws IOException;

  final void close() throws IOException {
    channel().close();
  }

  /** Parcels leave in the order in which they come. */
  final void enqueue(Parcel parcel) {
    outbox.add(parcel);
  }

  /** In how many nanoseconds something may leave; much if nothing waits. */
  final long dueIn(long now) {
    return outbox.isEmpty() ? Long.MAX_VALUE : Math.max(0, outbox.peek().due() - now);
  }

  final int interest(long now) {
    return wants() | (dueIn(now) == 0 ? SelectionKey.OP_WRITE : 0);
  }

  final void ready(SelectionKey key) {
    try {
      if (key.isWritable()) {
        flush();
      }
      if (key.isValid() && (key.readyOps() & wants()) != 0) {
        come();
      }
    } catch (IOException e) {
      fail();
    }
  }

  private void flush() throws IOException {
    while (dueIn(System.nanoTime()) == 0) {
      Parcel parcel = outbox.peek();
      write(parcel);
      if (parcel.bytes().hasRemaining()) {
        return;
      }
      outbox.remove();
    }
  }

  private void fail() {
    try {
      failed();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
