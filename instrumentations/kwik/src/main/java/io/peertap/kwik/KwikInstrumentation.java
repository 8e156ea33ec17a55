package io.peertap.kwik;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.List;

/**
 * Kwik 0.10. A connection begins and ends with its sender, on either side; in between it is told by
 * the methods that change its state. Datagrams are counted where the threads of kwik hand them to
 * sockets and take them from there.
 */
public final class KwikInstrumentation implements Instrumentation {

  private static final String CORE = "tech.kwik.core.";
  private static final String CONNECTION = CORE + "impl.QuicConnectionImpl";
  private static final String CLIENT = CORE + "impl.QuicClientConnectionImpl";
  private static final String SERVER = CORE + "server.impl.ServerConnectionImpl";
  private static final String SENDER = CORE + "send.SenderImpl";
  private static final String RECEIVER = CORE + "receive.Receiver";
  private static final String STREAM = CORE + "stream.QuicStreamImpl";
  private static final String ADVICE = "io.peertap.kwik.";

  @Override
  public String name() {
    return "kwik";
  }

  @Override
  public String root() {
    return "tech.kwik.";
  }

  @Override
  public String gives() {
    return "QUIC connections, handshakes, streams by ALPN protocol, bytes, packets sent and lost,"
        + " round-trip times";
  }

  @Override
  public String versions() {
    return "0.10 to 0.10.9";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(
        sender(1, "start", "Start", "connection", "socket", "peerAddress"),
        sender(
            1,
            "send",
            "Sent",
            "connection",
            "socket",
            "peerAddress",
            "bytesSent",
            "packetsSent",
            "recoveryManager",
            "rttEstimater"),
        sender(0, "sendLoop", "Over", "connection", "socket", "packetsSent", "recoveryManager"),
        Hook.on(RECEIVER).method(0, "get").needs("socket").advice(ADVICE + "ReceiverAdvice"),
        Hook.on(RECEIVER).method(1, "get").needs("socket").advice(ADVICE + "ReceiverAdvice"),
        Hook.on(CLIENT)
            .method(0, "handshakeFinished")
            .needs("applicationProtocol")
            .advice(ADVICE + "ConnectionAdvice$ClientUp"),
        Hook.on(SERVER)
            .method(0, "handshakeFinished")
            .needs("negotiatedApplicationProtocol")
            .advice(ADVICE + "ConnectionAdvice$ServerUp"),
        connection(CLIENT, 1, "cryptoProcessingErrorOcurred", "Untrusted"),
        connection(SERVER, 1, "cryptoProcessingErrorOcurred", "Untrusted"),
        connection(CLIENT, 1, "abortConnection", "Aborted"),
        connection(SERVER, 1, "abortConnection", "Aborted"),
        connection(CLIENT, 0, "abortHandshake", "GaveUp"),
        connection(CONNECTION, 1, "silentlyCloseConnection", "TimedOut"),
        connection(CONNECTION, 3, "immediateCloseWithError", "ClosedHere"),
        connection(CONNECTION, 2, "handlePeerClosing", "ClosedThere"),
        Hook.on(CORE + "stream.StreamManager")
            .method(4, "createStream")
            .needs("connection")
            .advice(ADVICE + "StreamAdvice$Opened"),
        stream(1, "addStreamData", "Arrived", "connection"),
        stream(0, "outputClosed", "HalfClosed", "outputClosed", "inputClosed"),
        stream(0, "inputClosed", "HalfClosed", "outputClosed", "inputClosed"),
        stream(1, "resetStream", "ResetHere"),
        stream(2, "terminateStream", "ResetThere"),
        stream(0, "abort", "Aborted"),
        Hook.on(CORE + "stream.StreamInputStreamImpl")
            .method(3, "read")
            .needs("quicStream")
            .advice(ADVICE + "StreamAdvice$Read"),
        Hook.on(CORE + "stream.StreamOutputStreamImpl")
            .method(3, "write")
            .needs("quicStream", "maxBufferSize")
            .advice(ADVICE + "StreamAdvice$Written"));
  }

  private static Hook sender(int arguments, String method, String advice, String... fields) {
    return Hook.on(SENDER)
        .method(arguments, method)
        .needs(fields)
        .advice(ADVICE + "SenderAdvice$" + advice);
  }

  private static Hook connection(String type, int arguments, String method, String advice) {
    return Hook.on(type).method(arguments, method).advice(ADVICE + "ConnectionAdvice$" + advice);
  }

  private static Hook stream(int arguments, String method, String advice, String... fields) {
    return Hook.on(STREAM)
        .method(arguments, method)
        .needs(fields)
        .advice(ADVICE + "StreamAdvice$" + advice);
  }
}
