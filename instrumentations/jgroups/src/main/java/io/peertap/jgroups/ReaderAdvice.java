package io.peertap.jgroups;

import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;
import org.jgroups.stack.IpAddress;

/** What non-blocking connections read since messages and hellos have readers of their own. */
final class ReaderAdvice {

  private ReaderAdvice() {}

  /** The buffer of messages is filled. */
  public static final class Read {
    private Read() {}

    /** Before the channel gives what it has. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void fillBuffer(
        @Advice.FieldValue("channel") Object channel,
        @Advice.FieldValue("buffer") ByteBuffer buffer) {
      Link link = Links.of(channel);
      if (link != null) {
        link.reading(buffer.position());
      }
    }
  }

  /** It is filled, as far as the channel had something. */
  public static final class Filled {
    private Filled() {}

    /** Before messages are taken out. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void fillBuffer(
        @Advice.FieldValue("channel") Object channel,
        @Advice.FieldValue("buffer") ByteBuffer buffer) {
      Link link = Links.of(channel);
      if (link != null) {
        link.read(buffer.position());
      }
    }
  }

  /** The buffer of the hello is filled. */
  public static final class ReadHello {
    private ReadHello() {}

    /** Before the channel gives what it has. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void readPeerAddress(
        @Advice.Argument(0) Object channel, @Advice.FieldValue("buffer") ByteBuffer buffer) {
      Link link = Links.of(channel);
      if (link != null) {
        link.reading(buffer.position());
      }
    }
  }

  /** It is filled, as far as the channel had something; a whole hello leaves it empty. */
  public static final class FilledHello {
    private FilledHello() {}

    /** Before anybody takes the peer for a member. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void readPeerAddress(
        @Advice.Return Object peer,
        @Advice.Argument(0) Object channel,
        @Advice.FieldValue("buffer") ByteBuffer buffer) {
      Link link = Links.of(channel);
      if (link != null) {
        link.read(
            peer instanceof IpAddress address
                ? HelloTap.HEADER + address.serializedSize()
                : buffer.position());
      }
    }
  }
}
