package io.peertap.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.peertap.api.Side;
import net.bytebuddy.asm.Advice;

/** What waits for the socket and what the socket took: each method runs on the event loop. */
final class OutboundBufferAdvice {

  private OutboundBufferAdvice() {}

  /** A message was queued. */
  public static final class Add {
    private Add() {}

    /** Before it is queued. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void addMessage(
        @Advice.FieldValue("channel") Channel channel, @Advice.Argument(1) int size) {
      Tap tap = Taps.of(channel);
      if (tap != null) {
        tap.queued(size);
      }
    }
  }

  /** The socket took bytes of the oldest message. */
  public static final class Progress {
    private Progress() {}

    /** Before the promise hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void progress(
        @Advice.FieldValue("channel") Channel channel, @Advice.Argument(0) long amount) {
      Tap tap = Taps.of(channel);
      if (tap != null) {
        tap.flushed(amount);
      }
    }
  }

  /** The oldest message was sent whole. */
  public static final class Remove {
    private Remove() {}

    /** Before it is released. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void remove(
        @Advice.This ChannelOutboundBuffer buffer, @Advice.FieldValue("channel") Channel channel) {
      Tap tap = Taps.of(channel);
      if (tap != null && !buffer.isEmpty()) {
        tap.done(buffer);
      }
    }
  }

  /** The oldest message failed by itself. */
  public static final class Drop {
    private Drop() {}

    /** Before it is released. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void remove(
        @Advice.This ChannelOutboundBuffer buffer, @Advice.FieldValue("channel") Channel channel) {
      Tap tap = Taps.of(channel);
      if (tap != null && !buffer.isEmpty()) {
        tap.dropped();
      }
    }
  }

  /** The channel closes, and everything flushed fails; mostly there is nothing to fail. */
  public static final class Fail {
    private Fail() {}

    /** Before the promises hear. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void failFlushed(
        @Advice.This ChannelOutboundBuffer buffer,
        @Advice.FieldValue("channel") Channel channel,
        @Advice.Argument(0) Throwable cause) {
      Tap tap = Taps.existing(channel);
      if (tap == null) {
        return;
      }
      if (!buffer.isEmpty()) {
        tap.writeFailed(cause);
      }
      for (int left = channel.isOpen() ? buffer.size() : 0; left > 0; left--) {
        tap.dropped(); // Of a channel that closes, they count as dropped with it.
      }
      if (channel.isRegistered() && channel.eventLoop().isShuttingDown()) {
        tap.closing(Side.LOCAL); // A loop that ends closes its channels behind the pipeline's back.
      }
    }
  }
}
