package io.peertap.nettyhttp;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.List;

/**
 * Netty's HTTP codecs. Servers and clients share them; only who reads a request and writes its
 * answer is a server.
 */
public final class HttpInstrumentation implements Instrumentation {

  private static final String CODEC = "io.netty.handler.codec.http.HttpObject";
  private static final String HTTP2 = "io.netty.handler.codec.http2.DefaultHttp2Connection";
  private static final String LISTENER = HTTP2 + "Decoder$FrameReadListener";
  private static final String ENCODER = HTTP2 + "Encoder";
  private static final String ADVICE = "io.peertap.nettyhttp.";

  @Override
  public String name() {
    return "http";
  }

  @Override
  public String root() {
    return "io.netty.";
  }

  @Override
  public String versionProperty() {
    return "META-INF/io.netty.versions.properties#netty-codec-http.version";
  }

  @Override
  public String gives() {
    return "HTTP requests that Netty servers answer, HTTP/1.1, HTTP/2 and gRPC: codes, times, sizes";
  }

  @Override
  public String versions() {
    return "Netty 4.1.34, 4.1.132, 4.2.20; grpc-java 1.20.0, 1.85.1, also shaded";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(
        Hook.on(CODEC + "Decoder").method(3, "decode").advice(ADVICE + "CodecAdvice$Decode"),
        Hook.on(CODEC + "Encoder").method(3, "encode").advice(ADVICE + "CodecAdvice$Encode"),
        Hook.on(LISTENER).method(8, "onHeadersRead").advice(ADVICE + "Http2Advice$HeadersRead"),
        Hook.on(LISTENER).method(5, "onDataRead").advice(ADVICE + "Http2Advice$DataRead"),
        Hook.on(LISTENER).method(3, "onRstStreamRead").advice(ADVICE + "Http2Advice$Reset"),
        Hook.on(ENCODER).method(6, "writeHeaders").advice(ADVICE + "Http2Advice$HeadersWrite"),
        Hook.on(ENCODER).method(6, "writeData").advice(ADVICE + "Http2Advice$DataWrite"),
        Hook.on(ENCODER).method(4, "writeRstStream").advice(ADVICE + "Http2Advice$Reset"));
  }
}
