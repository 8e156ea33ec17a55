package io.peertap.scalecube;

import io.netty.buffer.ByteBuf;
import io.peertap.api.MethodTap;
import io.scalecube.cluster.transport.api.Message;

/** A message is encoded, on its way into an open connection. Takes the transport and the message. */
public final class EncodeTap implements MethodTap {

  /** For the weaver. */
  public EncodeTap() {}

  @Override
  public Object enter(Object[] values) {
    return values;
  }

  @Override
  public void returned(Object token, Object result) {
    Object[] values = (Object[]) token;
    Messaging.sent(values[0], (Message) values[1], ((ByteBuf) result).readableBytes());
  }

  @Override
  public void threw(Object token, Throwable failure) {
    Messaging.encodingFailed((Message) ((Object[]) token)[1]);
  }
}
