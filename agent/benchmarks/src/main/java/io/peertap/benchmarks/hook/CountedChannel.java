package io.peertap.benchmarks.hook;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * A channel without a kernel behind it, but with a real outbound buffer: what it writes is counted
 * and gone. The agent takes it for a socket.
 */
public final class CountedChannel extends AbstractChannel {

  private static final ChannelMetadata METADATA = new ChannelMetadata(false);
  private static final SocketAddress LOCAL = InetSocketAddress.createUnresolved("local", 1);
  private static final SocketAddress REMOTE = InetSocketAddress.createUnresolved("remote", 2);

  private final ChannelConfig config = new DefaultChannelConfig(this);
  private volatile boolean open = true;
  private long written;

  /** One that is open, and to be registered. */
  public CountedChannel() {
    super(null);
  }

  /** Bytes that left the outbound buffer; on the event loop. */
  long written() {
    return written;
  }

  @Override
  protected void doWrite(ChannelOutboundBuffer in) {
    for (Object message = in.current(); message != null; message = in.current()) {
      int bytes = ((ByteBuf) message).readableBytes();
      written += bytes;
      in.progress(bytes);
      in.remove();
    }
  }

  @Override
  protected AbstractUnsafe newUnsafe() {
    return new AbstractUnsafe() {
      @Override
      public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
        promise.setSuccess();
      }
    };
  }

  @Override
  protected boolean isCompatible(EventLoop loop) {
    return true;
  }

  @Override
  protected SocketAddress localAddress0() {
    return LOCAL;
  }

  @Override
  protected SocketAddress remoteAddress0() {
    return REMOTE;
  }

  @Override
  protected void doBind(SocketAddress local) {}

  @Override
  protected void doDisconnect() {}

  @Override
  protected void doClose() {
    open = false;
  }

  @Override
  protected void doBeginRead() {}

  @Override
  public ChannelConfig config() {
    return config;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public boolean isActive() {
    return open;
  }

  @Override
  public ChannelMetadata metadata() {
    return METADATA;
  }
}
