package io.peertap.scalecube;

import io.netty.buffer.ByteBuf;
import io.peertap.api.MethodTap;
import io.scalecube.cluster.transport.api.Message;

/** A frame is decoded. Takes the transport and the frame, which decoding consumes. */
public final class DecodeTap implements MethodTap {

  /** For the weaver. */
  public DecodeTap() {}

  @Override
  public Object enter(Object[] values) {
    ByteBuf frame = (ByteBuf) values[1];
    return new Arrival(values[0], Links.take(frame), frame.readableBytes());
  }

  @Override
  public void returned(Object token, Object result) {
    Arrival arrival = (Arrival) token;
    Messaging.received(arrival.transport, (Message) result, arrival.link, arrival.bytes);
  }

  @Override
  public void threw(Object token, Throwable failure) {
    Messaging.decodingFailed();
  }

  /** What is known of a message before it can be read. */
  private record Arrival(Object transport, Link link, int bytes) {}
}
