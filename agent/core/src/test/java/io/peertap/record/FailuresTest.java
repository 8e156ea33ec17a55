package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.peertap.api.Outcome;
import io.peertap.api.Reason;
import io.peertap.record.LookAlike.AnnotatedConnectException;
import io.peertap.record.LookAlike.AnnotatedNoRouteToHostException;
import io.peertap.record.LookAlike.ConnectTimeoutException;
import io.peertap.record.LookAlike.DecoderException;
import io.peertap.record.LookAlike.NativeIoException;
import io.peertap.record.LookAlike.QuicTimeoutClosedChannelException;
import io.peertap.record.LookAlike.ReadTimeoutException;
import io.peertap.record.LookAlike.SslClosedEngineException;
import io.peertap.record.LookAlike.SslHandshakeTimeoutException;
import io.peertap.record.LookAlike.StacklessClosedChannelException;
import io.peertap.record.LookAlike.TooLongFrameException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the transports throw, as observed, and the reasons they stand for. */
class FailuresTest {

  static List<Arguments> causes() {
    return List.of(
        // timeout
        arguments(Reason.TIMEOUT, new ConnectTimeoutException()),
        arguments(Reason.TIMEOUT, new SocketTimeoutException("connect timed out")),
        arguments(Reason.TIMEOUT, new TimeoutException()),
        arguments(Reason.TIMEOUT, new ReadTimeoutException()),
        arguments(Reason.TIMEOUT, new ConnectException("Connection timed out")),
        arguments(Reason.TIMEOUT, new NativeIoException("finishConnect", -110)),
        arguments(Reason.TIMEOUT, new QuicTimeoutClosedChannelException()),
        // refused
        arguments(
            Reason.REFUSED, new AnnotatedConnectException("Connection refused: /127.0.0.1:1")),
        arguments(
            Reason.REFUSED,
            new AnnotatedConnectException("finishConnect(..) failed with error(-111): /127.0.0.1")),
        arguments(Reason.REFUSED, new ConnectException("error(-111)")),
        arguments(Reason.REFUSED, new NativeIoException("connect", -111)),
        // no route
        arguments(Reason.UNREACHABLE, new AnnotatedNoRouteToHostException()),
        arguments(Reason.UNREACHABLE, new NativeIoException("connect", -113)),
        arguments(Reason.UNREACHABLE, new NativeIoException("connect", -101)),
        arguments(Reason.UNREACHABLE, new SocketException("Network is unreachable")),
        // dns
        arguments(Reason.DNS, new UnknownHostException("nowhere.invalid")),
        arguments(Reason.DNS, new UnresolvedAddressException()),
        // closed or cancelled
        arguments(Reason.CANCELLED, new ClosedChannelException()),
        arguments(Reason.CANCELLED, new StacklessClosedChannelException()),
        arguments(Reason.CANCELLED, new CancellationException()),
        // reset
        arguments(Reason.RESET, new SocketException("Connection reset")),
        arguments(Reason.RESET, new IOException("Connection reset by peer")),
        arguments(Reason.RESET, new IOException("Broken pipe")),
        arguments(Reason.RESET, new NativeIoException("recvAddress", -104)),
        arguments(Reason.RESET, new NativeIoException("writevAddresses", -32)),
        // tls
        arguments(Reason.TLS, new SSLHandshakeException("PKIX path building failed")),
        arguments(Reason.TLS, new SslClosedEngineException()),
        arguments(Reason.TLS, new DecoderException(new SSLHandshakeException("bad record"))),
        arguments(Reason.TIMEOUT, new SslHandshakeTimeoutException()),
        arguments(Reason.TIMEOUT, new SSLException("handshake timed out")),
        // protocol
        arguments(Reason.PROTOCOL, new TooLongFrameException()),
        arguments(Reason.PROTOCOL, new DecoderException(new IllegalStateException())),
        // wrapped
        arguments(Reason.REFUSED, new ExecutionException(new ConnectException("error(-111)"))),
        arguments(Reason.RESET, new IOException("flush failed", new IOException("Broken pipe"))),
        // anything else
        arguments(Reason.OTHER, new IOException()),
        arguments(Reason.OTHER, new IllegalStateException("a decoder refused, reset, timed out")));
  }

  @ParameterizedTest
  @MethodSource("causes")
  void causeHasItsReason(Reason reason, Throwable cause) {
    assertThat(Failures.reason(cause)).isEqualTo(reason);
  }

  @Test
  void noCauseIsOther() {
    assertThat(Failures.reason(null)).isEqualTo(Reason.OTHER);
  }

  @Test
  void causesInACircleEnd() {
    IllegalStateException first = new IllegalStateException();
    first.initCause(new IllegalStateException(first));

    assertThat(Failures.reason(first)).isEqualTo(Reason.OTHER);
  }

  @ParameterizedTest
  @EnumSource
  void outcomeFollowsTheReason(Reason reason) {
    Outcome outcome = Failures.outcome(reason);

    assertThat(outcome)
        .isEqualTo(
            switch (reason) {
              case TIMEOUT -> Outcome.TIMEOUT;
              case CANCELLED -> Outcome.CANCELLED;
              default -> Outcome.FAILURE;
            });
  }
}
