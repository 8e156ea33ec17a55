package io.peertap.jgroups;

import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;
import org.jgroups.nio.Buffers;

/** What non-blocking connections write; early releases read with it too. */
final class BuffersAdvice {

  private BuffersAdvice() {}

  /** Buffers are written, under their connection's send lock. */
  public static final class Write {
    private Write() {}

    /** Before the channel takes what it can. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void write(@Advice.This Buffers buffers, @Advice.Argument(0) Object channel) {
      Link link = Links.of(channel);
      if (link != null) {
        ByteBuffer last = last(buffers);
        link.writing(left(buffers, last), last);
      }
    }
  }

  /** They are written, as far as the channel took them. */
  public static final class Written {
    private Written() {}

    /** What is left waits. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void write(@Advice.This Buffers buffers, @Advice.Argument(0) Object channel) {
      Link link = Links.of(channel);
      if (link != null) {
        link.written(left(buffers, link.lastToWrite()));
      }
    }
  }

  /** Buffers are filled. */
  public static final class Read {
    private Read() {}

    /** Before the channel gives what it has. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void read(
        @Advice.Argument(0) Object channel, @Advice.FieldValue("bufs") ByteBuffer[] buffers) {
      Link link = Links.of(channel);
      if (link != null) {
        link.reading(filled(buffers));
      }
    }
  }

  /** They are filled, as far as the channel had something. */
  public static final class Filled {
    private Filled() {}

    /** Before anybody takes it out. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void read(
        @Advice.Argument(0) Object channel, @Advice.FieldValue("bufs") ByteBuffer[] buffers) {
      Link link = Links.of(channel);
      if (link != null) {
        link.read(filled(buffers));
      }
    }
  }

  /** The same, where a whole message leaves them empty. */
  public static final class Message {
    private Message() {}

    /** Before the message is taken. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void readLengthAndData(
        @Advice.Return ByteBuffer message,
        @Advice.Argument(0) Object channel,
        @Advice.FieldValue("bufs") ByteBuffer[] buffers) {
      Link link = Links.of(channel);
      if (link != null) {
        link.read(message == null ? filled(buffers) : TcpAdvice.LENGTH + message.remaining());
      }
    }
  }

  private static ByteBuffer last(Buffers buffers) {
    return buffers.size() == 0 ? null : buffers.get(buffers.limit() - 1);
  }

  /**
   * What waits up to this buffer: whoever closes adds a goodbye without the lock, and may do so while
   * others write.
   */
  @SuppressWarnings("ReferenceEquality") // Buffers that wait for the same bytes are equal.
  private static int left(Buffers buffers, ByteBuffer last) {
    int left = 0;
    if (last != null && last.hasRemaining()) {
      for (int i = buffers.position(); i < buffers.limit(); i++) {
        ByteBuffer buffer = buffers.get(i);
        left += buffer == null ? 0 : buffer.remaining();
        if (buffer == last) {
          break;
        }
      }
    }
    return left;
  }

  private static long filled(ByteBuffer[] buffers) {
    long filled = 0;
    for (ByteBuffer buffer : buffers) {
      filled += buffer == null ? 0 : buffer.position();
    }
    return filled;
  }
}
