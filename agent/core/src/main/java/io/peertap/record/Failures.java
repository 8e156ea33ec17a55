package io.peertap.record;

import io.peertap.api.Outcome;
import io.peertap.api.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Names what went wrong. Library exceptions are known by their simple names, which survive
 * relocation; native transports give the errno in the message, NIO gives text that Linux JDKs do not
 * translate.
 */
final class Failures {

  private static final int DEPTH = 8;

  private Failures() {}

  /** The reason of a failure: of the innermost cause that tells more than "other". */
  static Reason reason(Throwable failure) {
    Reason found = Reason.OTHER;
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEPTH; depth++) {
      Reason reason = own(cause);
      if (reason != Reason.OTHER && (found == Reason.OTHER || found == Reason.PROTOCOL)) {
        found = reason;
      }
      cause = cause.getCause();
    }
    return found;
  }

  /** How an attempt that failed for this reason ended. */
  static Outcome outcome(Reason reason) {
    return switch (reason) {
      case TIMEOUT -> Outcome.TIMEOUT;
      case CANCELLED -> Outcome.CANCELLED;
      default -> Outcome.FAILURE;
    };
  }

  /** Whether something ended as it should not have; what was called off has not. */
  static boolean isFailure(Outcome outcome) {
    return outcome == Outcome.FAILURE || outcome == Outcome.TIMEOUT;
  }

  /** The reason of what ended like this, with or without a cause. */
  static Reason reason(Outcome outcome, Throwable cause) {
    return outcome == Outcome.TIMEOUT ? Reason.TIMEOUT : reason(cause);
  }

  private static Reason own(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    if (failure instanceof SocketTimeoutException
        || failure instanceof TimeoutException
        || name.contains("Timeout")) { // Netty's ConnectTimeoutException is a ConnectException.
      return Reason.TIMEOUT;
    }
    if (failure instanceof UnknownHostException || failure instanceof UnresolvedAddressException) {
      return Reason.DNS;
    }
    if (failure instanceof SSLException
        && any(String.valueOf(failure.getMessage()), "handshake timed out")) { // Netty 4.1.0.
      return Reason.TIMEOUT;
    }
    if (failure instanceof SSLException || name.startsWith("Ssl") || name.contains("SslEngine")) {
      return Reason.TLS;
    }
    if (failure instanceof ClosedChannelException || failure instanceof CancellationException) {
      return Reason.CANCELLED;
    }
    if (failure instanceof NoRouteToHostException) {
      return Reason.UNREACHABLE;
    }
    if (failure instanceof IOException) {
      return io(failure, String.valueOf(failure.getMessage()));
    }
    return isProtocol(name) ? Reason.PROTOCOL : Reason.OTHER;
  }

  private static Reason io(Throwable failure, String message) {
    if (any(message, "refused", "(-111)")) {
      return Reason.REFUSED;
    }
    if (any(message, "timed out", "(-110)")) {
      return Reason.TIMEOUT;
    }
    if (any(message, "unreachable", "No route", "(-113)", "(-101)")) {
      return Reason.UNREACHABLE;
    }
    if (any(message, "reset", "roken pipe", "aborted", "forcibly closed", "(-104)", "(-32)")) {
      return Reason.RESET;
    }
    return isProtocol(failure.getClass().getSimpleName()) && !(failure instanceof ConnectException)
        ? Reason.PROTOCOL
        : Reason.OTHER;
  }

  private static boolean isProtocol(String name) {
    return any(name, "Decoder", "Codec", "Corrupted", "Protocol", "TooLongFrame", "Http2");
  }

  private static boolean any(String text, String... parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
