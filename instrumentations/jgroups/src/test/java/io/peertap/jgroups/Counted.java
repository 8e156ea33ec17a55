package io.peertap.jgroups;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jgroups.Address;
import org.jgroups.Event;
import org.jgroups.Message;
import org.jgroups.stack.Protocol;
import org.jgroups.util.MessageBatch;

/** Sits directly above the transport and counts what passes, by the protocol that made it. */
public final class Counted extends Protocol {

  private final Map<String, AtomicLong> sent = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> received = new ConcurrentHashMap<>();
  private final AtomicLong receivedBytes = new AtomicLong();
  private volatile Address self;

  /** For the stack. */
  public Counted() {}

  long sent(String type) {
    return sent.getOrDefault(type, new AtomicLong()).get();
  }

  long received(String type) {
    return received.getOrDefault(type, new AtomicLong()).get();
  }

  Map<String, AtomicLong> sent() {
    return sent;
  }

  Map<String, AtomicLong> received() {
    return received;
  }

  long receivedBytes() {
    return receivedBytes.get();
  }

  @Override
  public Object down(Message message) {
    if (message.getDest() == null || !message.getDest().equals(own())) {
      count(sent, message);
    }
    return down_prot.down(message);
  }

  @Override
  public Object up(Message message) {
    see(message);
    return up_prot.up(message);
  }

  @Override
  public void up(MessageBatch batch) {
    for (Message message : batch) {
      see(message);
    }
    up_prot.up(batch);
  }

  @Override
  public Object down(Event event) {
    return down_prot.down(event);
  }

  private void see(Message message) {
    if (!message.getSrc().equals(own())) {
      receivedBytes.addAndGet(message.size());
      count(received, message);
    }
  }

  private Address own() {
    if (self == null) {
      self = getProtocolStack().getChannel().address();
    }
    return self;
  }

  private void count(Map<String, AtomicLong> counts, Message message) {
    for (Protocol protocol : getProtocolStack().getProtocols()) {
      if (protocol.getId() != 0 && message.getHeader(protocol.getId()) != null) {
        counts
            .computeIfAbsent(protocol.getClass().getSimpleName(), unused -> new AtomicLong())
            .incrementAndGet();
        return;
      }
    }
    counts.computeIfAbsent("none", unused -> new AtomicLong()).incrementAndGet();
  }
}
