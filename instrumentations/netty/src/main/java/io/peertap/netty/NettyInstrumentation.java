package io.peertap.netty;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.List;

/**
 * Netty 4.1 and 4.2 with every transport. Everything a channel reads passes {@code HeadContext},
 * everything it writes to a socket passes {@code ChannelOutboundBuffer}; the rest closes the gaps
 * that these two leave.
 */
public final class NettyInstrumentation implements Instrumentation {

  private static final String HEAD = "io.netty.channel.DefaultChannelPipeline$HeadContext";
  private static final String BUFFER = "io.netty.channel.ChannelOutboundBuffer";
  private static final String QUIC = "io.netty.handler.codec.quic.";
  private static final String INCUBATED_QUIC = "io.netty.incubator.codec.quic.";
  private static final String ADVICE = "io.peertap.netty.";

  @Override
  public String name() {
    return "netty";
  }

  @Override
  public String root() {
    return "io.netty.";
  }

  @Override
  public String versionProperty() {
    return "META-INF/io.netty.versions.properties#netty-transport.version";
  }

  @Override
  public String gives() {
    return "connections over every transport, dials, TLS handshakes, streams of HTTP/2 and QUIC,"
        + " datagrams by remote endpoint, bytes, queues, event loops; also where Netty was relocated";
  }

  @Override
  public String versions() {
    return "4.1.0, 4.1.132, 4.1.140, 4.2.18, 4.2.20; NIO, epoll, io_uring; grpc-netty-shaded 1.85.1,"
        + " Ratis thirdparty 1.1.0";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(
        head(4, "connect", "Connect"),
        head(1, "channelActive", "Active"),
        head(2, "channelRead", "Read"),
        head(2, "exceptionCaught", "Failed"),
        head(2, "close", "Close"),
        head(2, "disconnect", "Close"),
        head(1, "channelUnregistered", "Unregistered"),
        buffer(3, "addMessage", "Add"),
        buffer(1, "progress", "Progress"),
        Hook.on(BUFFER)
            .method(0, "remove")
            .needs("channel")
            .advice(ADVICE + "OutboundBufferAdvice$Remove"),
        Hook.on(BUFFER)
            .method(1, "remove")
            .needs("channel")
            .advice(ADVICE + "OutboundBufferAdvice$Drop"),
        buffer(2, "failFlushed", "Fail"),
        // A dial that fails in the resolver, or is cancelled early, never reaches a channel's head.
        Hook.on("io.netty.bootstrap.Bootstrap")
            .method(2, "doResolveAndConnect", "doConnect")
            .advice(ADVICE + "DialAdvice$Bootstrap"),
        // Frameworks that dial without Bootstrap resolve with this one.
        Hook.on("io.netty.resolver.AbstractAddressResolver")
            .method(1, "resolveAll")
            .advice(ADVICE + "DialAdvice$ResolveAll"),
        Hook.on("io.netty.handler.ssl.SslHandler")
            .method(1, "handlerAdded")
            .advice(ADVICE + "TlsAdvice$Added"),
        // Multiplexed streams without an outbound buffer of their own.
        streamWrite("io.netty.handler.codec.http2.AbstractHttp2StreamChannel$Http2ChannelUnsafe"),
        streamWrite(QUIC + "QuicheQuicStreamChannel$QuicStreamChannelUnsafe"),
        streamWrite(INCUBATED_QUIC + "QuicheQuicStreamChannel$QuicStreamChannelUnsafe"),
        quicBegin(QUIC),
        quicBegin(INCUBATED_QUIC),
        quicReset(QUIC, "shutdown0"),
        quicReset(INCUBATED_QUIC, "shutdown0"),
        quicReset(QUIC, "shutdownOutput0"),
        quicReset(INCUBATED_QUIC, "shutdownOutput0"));
  }

  private static Hook quicBegin(String packageName) {
    return Hook.on(packageName + "QuicheQuicChannel")
        .method(1, "attachQuicheConnection")
        .advice(ADVICE + "QuicAdvice$Begin");
  }

  /** With an error code, that is; without one a stream ends in order. */
  private static Hook quicReset(String packageName, String method) {
    return Hook.on(packageName + "QuicheQuicStreamChannel")
        .method(2, method)
        .advice(ADVICE + "QuicAdvice$Reset");
  }

  private static Hook head(int arguments, String method, String advice) {
    return Hook.on(HEAD).method(arguments, method).advice(ADVICE + "HeadAdvice$" + advice);
  }

  private static Hook buffer(int arguments, String method, String advice) {
    return Hook.on(BUFFER)
        .method(arguments, method)
        .needs("channel")
        .advice(ADVICE + "OutboundBufferAdvice$" + advice);
  }

  private static Hook streamWrite(String unsafe) {
    return Hook.on(unsafe).method(2, "write").advice(ADVICE + "StreamWriteAdvice");
  }
}
