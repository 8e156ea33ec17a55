package io.peertap.nettyhttp;

import io.grpc.MethodDescriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Messages of gRPC that are nothing but bytes. */
final class Bytes implements MethodDescriptor.Marshaller<byte[]> {

  private static final Bytes ALL = new Bytes();

  private Bytes() {}

  /** A method by its full name; it may answer with several messages. */
  static MethodDescriptor<byte[], byte[]> method(String name) {
    return MethodDescriptor.newBuilder(ALL, ALL)
        .setType(MethodDescriptor.MethodType.SERVER_STREAMING)
        .setFullMethodName(name)
        .build();
  }

  @Override
  public InputStream stream(byte[] message) {
    return new ByteArrayInputStream(message);
  }

  @Override
  public byte[] parse(InputStream message) {
    try {
      return message.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
