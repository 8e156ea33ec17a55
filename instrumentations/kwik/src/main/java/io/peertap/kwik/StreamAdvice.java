package io.peertap.kwik;

import io.peertap.api.Direction;
import io.peertap.api.StreamEnd;
import net.bytebuddy.asm.Advice;
import tech.kwik.core.impl.QuicConnectionImpl;
import tech.kwik.core.stream.QuicStreamImpl;

/** The life of streams, and what applications write to them and read from them. */
final class StreamAdvice {

  private StreamAdvice() {}

  /** This side opens a stream. */
  public static final class Opened {
    private Opened() {}

    /** Before the application has it. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void createStream(
        @Advice.Return QuicStreamImpl stream,
        @Advice.FieldValue("connection") QuicConnectionImpl connection) {
      Taps.begin(stream, connection, Direction.OUTBOUND);
    }
  }

  /** Data came; with the first of it, the stream that the remote side has opened. */
  public static final class Arrived {
    private Arrived() {}

    /** Before the application may read it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void addStreamData(
        @Advice.This QuicStreamImpl stream,
        @Advice.FieldValue("connection") QuicConnectionImpl connection) {
      if (stream.isPeerInitiated() && Taps.of(stream) == null) {
        Taps.begin(stream, connection, Direction.INBOUND);
      }
    }
  }

  /** One half of a stream ended. */
  public static final class HalfClosed {
    private HalfClosed() {}

    /** After that is known. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void closed(
        @Advice.This QuicStreamImpl stream,
        @Advice.FieldValue("outputClosed") boolean outputClosed,
        @Advice.FieldValue("inputClosed") boolean inputClosed) {
      if (stream.isUnidirectional() || (outputClosed && inputClosed)) {
        Taps.end(stream, StreamEnd.CLOSED);
      }
    }
  }

  /** This side gives up what it had to send. */
  public static final class ResetHere {
    private ResetHere() {}

    /** Before the remote side is told. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void resetStream(@Advice.This QuicStreamImpl stream) {
      Taps.reset(stream, StreamEnd.RESET_LOCAL);
    }
  }

  /** The remote side gives up what it had to send. */
  public static final class ResetThere {
    private ResetThere() {}

    /** Before the application hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void terminateStream(@Advice.This QuicStreamImpl stream) {
      Taps.reset(stream, StreamEnd.RESET_REMOTE);
    }
  }

  /** The connection ends under the stream. */
  public static final class Aborted {
    private Aborted() {}

    /** Before the application hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void abort(@Advice.This QuicStreamImpl stream) {
      Taps.end(stream, StreamEnd.CONNECTION);
    }
  }

  /** The application reads. */
  public static final class Read {
    private Read() {}

    /** After it got what there is. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void read(
        @Advice.Return int bytes, @Advice.FieldValue("quicStream") QuicStreamImpl stream) {
      StreamTap tap = bytes > 0 ? Taps.of(stream) : null;
      if (tap != null) {
        tap.received(bytes);
      }
    }
  }

  /** The application writes; what does not fit into the buffer is written in pieces that do. */
  public static final class Written {
    private Written() {}

    /** After the buffer took it. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void write(
        @Advice.FieldValue("quicStream") QuicStreamImpl stream,
        @Advice.FieldValue("maxBufferSize") int maxBufferSize,
        @Advice.Argument(2) int bytes) {
      StreamTap tap = bytes <= maxBufferSize ? Taps.of(stream) : null;
      if (tap != null) {
        tap.sent(bytes);
      }
    }
  }
}
