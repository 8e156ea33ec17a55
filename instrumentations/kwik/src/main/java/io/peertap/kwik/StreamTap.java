package io.peertap.kwik;

import io.peertap.api.Stream;
import io.peertap.api.StreamEnd;

/** What hangs off a stream: its handle, and who reset it. */
final class StreamTap {

  private final Stream handle;
  private volatile StreamEnd reset;

  StreamTap(Stream handle) {
    this.handle = handle;
  }

  void sent(int bytes) {
    handle.traffic().sent(bytes);
  }

  void received(int bytes) {
    handle.traffic().received(bytes);
  }

  /** The first reset is the cause, the answer to it is not. */
  void reset(StreamEnd by) {
    reset = reset == null ? by : reset;
  }

  void ended(StreamEnd end) {
    handle.ended(reset == null ? end : reset);
  }
}
