package io.peertap.scalecube;

import io.scalecube.cluster.transport.api.JdkMessageCodec;
import io.scalecube.cluster.transport.api.Message;
import io.scalecube.cluster.transport.api.MessageCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** ScaleCube's own codec, which counts what passes it. Can turn deaf to pings. */
final class CountingCodec implements MessageCodec {

  static final String PING = "sc/fdetector/ping";
  private static final String PING_REQ = "sc/fdetector/pingReq";
  private static final String GOSSIP_REQ = "sc/gossip/req";

  private final MessageCodec codec = new JdkMessageCodec();
  private final Map<String, Count> sent = new ConcurrentHashMap<>();
  private final Map<String, Count> received = new ConcurrentHashMap<>();
  private final Map<String, Count> gossips = new ConcurrentHashMap<>();
  private final Map<String, String> requests = new ConcurrentHashMap<>();
  private final Map<String, Count> answered = new ConcurrentHashMap<>();
  private final Set<String> others = ConcurrentHashMap.newKeySet();
  private final AtomicLong unanswered = new AtomicLong();
  private volatile boolean deaf;

  @Override
  public void serialize(Message message, OutputStream out) throws Exception {
    CountedOutput counted = new CountedOutput(out);
    codec.serialize(message, counted);
    count(sent, message.qualifier(), counted.bytes);
    String id = message.correlationId();
    if (id != null && isRequest(message) && !others.contains(id)) {
      requests.putIfAbsent(id, message.qualifier());
    } else if (PING_REQ.equals(message.qualifier()) && requests.remove(id) != null) {
      unanswered.incrementAndGet();
    }
  }

  @Override
  public Message deserialize(InputStream in) throws Exception {
    int size = in.available(); // One frame, all of which is there.
    Message message = codec.deserialize(in);
    count(received, message.qualifier(), size);
    if (GOSSIP_REQ.equals(message.qualifier())) {
      for (Object gossip : (Iterable<?>) read(message.data(), "gossips")) {
        count(gossips, ((Message) read(gossip, "message")).qualifier(), 0);
      }
    }
    String id = message.correlationId();
    if (id != null && PING_REQ.equals(message.qualifier())) {
      others.add(id);
    }
    String request = id == null ? null : requests.remove(id);
    if (request != null) {
      count(answered, request, 0);
    }
    return deaf && isPing(message) ? unheard(message) : message;
  }

  /** From now on pings come, and are not understood. */
  void deaf(boolean now) {
    deaf = now;
  }

  long sent(String type) {
    return messages(sent, type);
  }

  long received(String type) {
    return messages(received, type);
  }

  /** Gossips of this qualifier that came, over and over again. */
  long gossips(String qualifier) {
    return messages(gossips, qualifier);
  }

  /** Requests of this type that got their response. */
  long answered(String type) {
    return messages(answered, type);
  }

  /** Pings after which others were asked to ping. */
  long unansweredPings() {
    return unanswered.get();
  }

  Map<String, Count> sent() {
    return sent;
  }

  Map<String, Count> received() {
    return received;
  }

  /** Gossips are of no public class. */
  private static Object read(Object of, String getter) throws ReflectiveOperationException {
    Method method = of.getClass().getMethod(getter);
    method.setAccessible(true);
    return method.invoke(of);
  }

  private static boolean isPing(Message message) {
    return PING.equals(message.qualifier()) || PING_REQ.equals(message.qualifier());
  }

  private static Message unheard(Message message) {
    return Message.with(message).qualifier("unheard").build();
  }

  private static boolean isRequest(Message message) {
    String type = message.qualifier();
    return PING.equals(type) || "sc/metadata/req".equals(type) || "sc/membership/sync".equals(type);
  }

  private static void count(Map<String, Count> counts, String type, long bytes) {
    Count count = counts.computeIfAbsent(type, any -> new Count());
    count.bytes.addAndGet(bytes);
    count.messages.incrementAndGet();
  }

  private static long messages(Map<String, Count> counts, String type) {
    Count count = counts.get(type);
    return count == null ? 0 : count.messages.get();
  }

  /** Messages of one type. */
  static final class Count {
    final AtomicLong messages = new AtomicLong();
    final AtomicLong bytes = new AtomicLong();
  }

  private static final class CountedOutput extends OutputStream {
    private final OutputStream out;
    private long bytes;

    CountedOutput(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
      bytes++;
      out.write(value);
    }

    @Override
    public void write(byte[] values, int offset, int length) throws IOException {
      bytes += length;
      out.write(values, offset, length);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
