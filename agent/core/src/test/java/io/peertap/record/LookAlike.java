package io.peertap.record;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Exceptions with the simple names, parents and messages of Netty's. */
@SuppressWarnings("serial") // Nobody serializes them.
final class LookAlike {

  private LookAlike() {}

  static final class ConnectTimeoutException extends ConnectException {
    ConnectTimeoutException() {
      super("connection timed out after 50 ms: /192.0.2.1:80");
    }
  }

  static final class AnnotatedConnectException extends ConnectException {
    AnnotatedConnectException(String message) {
      super(message);
    }
  }

  static final class AnnotatedNoRouteToHostException extends NoRouteToHostException {
    AnnotatedNoRouteToHostException() {
      super("No route to host: /192.0.2.1:80");
    }
  }

  static final class NativeIoException extends IOException {
    NativeIoException(String call, int errno) {
      super(call + "(..) failed with error(" + errno + "): nobody translates this");
    }
  }

  static final class SslHandshakeTimeoutException extends SSLHandshakeException {
    SslHandshakeTimeoutException() {
      super("handshake timed out after 10000ms");
    }
  }

  static final class SslClosedEngineException extends SSLException {
    SslClosedEngineException() {
      super("SSLEngine closed already");
    }
  }

  static final class ReadTimeoutException extends RuntimeException {}

  static final class DecoderException extends RuntimeException {
    DecoderException(Throwable cause) {
      super(cause);
    }
  }

  static final class TooLongFrameException extends RuntimeException {}

  static final class StacklessClosedChannelException extends ClosedChannelException {}

  static final class QuicTimeoutClosedChannelException extends ClosedChannelException {}
}
