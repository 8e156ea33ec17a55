package io.peertap.jdkhttp;

import io.peertap.api.Exchange;
import java.net.URI;
import net.bytebuddy.asm.Advice;

/** The life of a request, on the threads of the server and its handlers. */
final class ExchangeAdvice {

  private ExchangeAdvice() {}

  /** A request's head has been read, and there is a handler for it. */
  public static final class Begin {
    private Begin() {}

    /** Before the handler gets it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void begin(
        @Advice.Argument(0) String method,
        @Advice.Argument(1) URI target,
        @Advice.Argument(4) Object connection) {
      Requests.begin(connection, method, target.getRawPath());
    }
  }

  /** The handler wants the body. */
  public static final class Read {
    private Read() {}

    /** Before it can read any of it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void getRequestBody(
        @Advice.This Object exchange, @Advice.FieldValue("connection") Object connection) {
      Exchange unused = Requests.of(exchange, connection);
    }
  }

  /** The handler answers. */
  public static final class Answer {
    private Answer() {}

    /** A second answer is refused. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void sendResponseHeaders(
        @Advice.This Object exchange,
        @Advice.FieldValue("connection") Object connection,
        @Advice.FieldValue("sentHeaders") boolean isAnswered,
        @Advice.Argument(0) int code) {
      Exchange request = isAnswered ? null : Requests.of(exchange, connection);
      if (request != null) {
        request.answered(code);
      }
    }
  }

  /** The answer is over. */
  public static final class End {
    private End() {}

    /** The event that tells the server so is made. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void end(@Advice.Argument(0) Object exchange) {
      Requests.end(exchange);
    }
  }

  /** The server answers by itself. */
  public static final class Reject {
    private Reject() {}

    /** No handler hears of it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void reject(@Advice.Argument(0) int code) {
      Requests.rejected(code);
    }
  }

  /** A connection closes. */
  public static final class Close {
    private Close() {}

    /** It may be called more than once. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void close(@Advice.This Object connection) {
      Requests.closed(connection);
    }
  }
}
