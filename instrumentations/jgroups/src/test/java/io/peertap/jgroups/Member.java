package io.peertap.jgroups;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.JChannel;
import org.jgroups.Message;
import org.jgroups.Receiver;
import org.jgroups.View;
import org.jgroups.stack.Protocol;

/** One member of a cluster, and what it heard. */
final class Member implements AutoCloseable {

  private final JChannel channel;
  private final AtomicLong views = new AtomicLong();
  private final AtomicLong toMe = new AtomicLong();
  private final AtomicLong toAll = new AtomicLong();

  Member(String name, String stack) throws Exception {
    channel = new JChannel(new ByteArrayInputStream(stack.getBytes(StandardCharsets.UTF_8)));
    channel.setName(name);
    channel.setDiscardOwnMessages(true);
    channel.setReceiver(new Receiver() {
      @Override
      public void viewAccepted(View view) {
        views.incrementAndGet();
      }

      @Override
      public void receive(Message message) {
        (message.getDest() == null ? toAll : toMe).incrementAndGet();
      }
    });
  }

  Member join() throws Exception {
    channel.connect("test");
    return this;
  }

  void tell(Member other, int bytes) throws Exception {
    channel.send(new BytesMessage(other.address(), new byte[bytes]));
  }

  void tellAll(int bytes) throws Exception {
    channel.send(new BytesMessage(null, new byte[bytes]));
  }

  Address address() {
    return channel.address();
  }

  JChannel channel() {
    return channel;
  }

  int size() {
    View view = channel.getView();
    return view == null ? 0 : view.size();
  }

  long views() {
    return views.get();
  }

  long toMe() {
    return toMe.get();
  }

  long toAll() {
    return toAll.get();
  }

  /** Its protocol of this type. */
  <T extends Protocol> T protocol(Class<T> type) {
    for (Protocol protocol : channel.getProtocolStack().getProtocols()) {
      if (type.isInstance(protocol)) {
        return type.cast(protocol);
      }
    }
    throw new IllegalArgumentException(type.getName());
  }

  @Override
  public void close() {
    channel.close();
  }
}
