package io.peertap.nettyhttp;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.peertap.api.Http;
import io.peertap.api.Telemetry;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** The taps of channels, each in an attribute of its channel. */
final class Taps {

  private static final AttributeKey<Object> KEY = AttributeKey.valueOf("io.peertap.http");
  private static final Http HTTP = Telemetry.current().http();

  /** Weak: a channel may go without being closed. */
  private static final Set<Channel> CHANNELS =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** The agent holds it weakly; this field keeps it as long as this class. */
  private static final Runnable RELEASE = Taps::releaseAll;

  static {
    Telemetry.current().onLeave(RELEASE);
  }

  private Taps() {}

  /** Where requests are told. */
  static Http http() {
    return HTTP;
  }

  /** The channel's tap if it has one of this kind; a stranger's is of an agent that has left. */
  static <T extends Tap> T existing(Channel channel, Class<T> kind) {
    Object tap = channel.attr(KEY).get();
    return kind.isInstance(tap) ? kind.cast(tap) : null;
  }

  /** Puts a tap on a channel, until that closes. */
  static <T extends Tap> T put(Channel channel, T tap) {
    channel.attr(KEY).set(tap);
    CHANNELS.add(channel);
    channel.closeFuture().addListener(tap);
    return tap;
  }

  private static void releaseAll() {
    for (Channel channel : CHANNELS.toArray(new Channel[0])) {
      if (channel.attr(KEY).getAndSet(null) instanceof Tap tap) {
        channel.closeFuture().removeListener(tap);
      }
    }
    CHANNELS.clear();
  }
}
