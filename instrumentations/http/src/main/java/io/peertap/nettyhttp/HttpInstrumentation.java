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
  private static final String STREAM = "io.netty.handler.codec.http2.AbstractHttp2StreamChannel";
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
    return "requests that Netty servers answer over HTTP/1.1 and HTTP/2, by route and code";
  }

  @Override
  public String versions() {
    return "Netty 4.1.132, 4.1.140, 4.2.20";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(
        Hook.on(CODEC + "Decoder").method(3, "decode").advice(ADVICE + "CodecAdvice$Decode"),
        Hook.on(CODEC + "Encoder").method(3, "encode").advice(ADVICE + "CodecAdvice$Encode"),
        Hook.on(STREAM).method(1, "fireChildRead").advice(ADVICE + "StreamAdvice$Read"),
        Hook.on(STREAM + "$Http2ChannelUnsafe")
            .method(2, "write")
            .advice(ADVICE + "StreamAdvice$Write"));
  }
}
