package io.peertap.testapp;

import io.scalecube.cluster.transport.api.Message;
import java.util.concurrent.ThreadLocalRandom;

/** The words of the nodes: what kinds of messages there are and what they carry. */
final class Talk {

  static final String GOSSIP = "testapp/gossip";
  static final String MESSAGE = "testapp/message";
  static final String REQUEST = "testapp/request";
  static final String ANSWER = "testapp/answer";

  private static final int SHORTEST = 64;
  private static final int LONGEST = 1024;

  private Talk() {}

  /** Starts a message of random content and length, and books its payload as sent. */
  static Message.Builder say(String kind, Truth truth) {
    byte[] payload = new byte[ThreadLocalRandom.current().nextInt(SHORTEST, LONGEST + 1)];
    ThreadLocalRandom.current().nextBytes(payload);
    truth.payloadBytesSent.addAndGet(payload.length);
    return Message.withQualifier(kind).data(payload);
  }

  static int length(Message message) {
    return message.<byte[]>data().length;
  }
}
