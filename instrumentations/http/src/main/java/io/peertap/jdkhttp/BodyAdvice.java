package io.peertap.jdkhttp;

import io.peertap.api.Exchange;
import net.bytebuddy.asm.Advice;

/** What handlers read and write; sizes are those of bodies without the frames of chunks. */
final class BodyAdvice {

  private BodyAdvice() {}

  /** One byte was read. */
  public static final class ReadByte {
    private ReadByte() {}

    /** None at the end. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void read(@Advice.Return int read, @Advice.FieldValue("t") Object exchange) {
      received(exchange, read < 0 ? 0 : 1);
    }
  }

  /** Bytes were read. */
  public static final class Read {
    private Read() {}

    /** As many as there were. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void read(@Advice.Return int count, @Advice.FieldValue("t") Object exchange) {
      received(exchange, count);
    }
  }

  /** One byte is written. */
  public static final class WriteByte {
    private WriteByte() {}

    /** Before it goes out. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void write(@Advice.FieldValue("t") Object exchange) {
      sent(exchange, 1);
    }
  }

  /** Bytes are written. */
  public static final class Write {
    private Write() {}

    /** Before they go out. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void write(
        @Advice.FieldValue("t") Object exchange, @Advice.Argument(2) int count) {
      sent(exchange, count);
    }
  }

  private static void received(Object exchange, int bytes) {
    Exchange request = bytes > 0 ? Requests.of(exchange) : null;
    if (request != null) {
      request.received(bytes);
    }
  }

  private static void sent(Object exchange, int bytes) {
    Exchange request = Requests.of(exchange);
    if (request != null) {
      request.sent(bytes);
    }
  }
}
