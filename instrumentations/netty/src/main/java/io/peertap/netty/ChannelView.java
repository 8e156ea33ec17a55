package io.peertap.netty;

import io.netty.channel.Channel;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import io.peertap.api.Carrier;
import io.peertap.api.Connection;
import io.peertap.api.RttSource;
import io.peertap.api.Telemetry;
import java.util.concurrent.TimeUnit;

/** What the agent may ask of a channel from its own threads. */
final class ChannelView implements Carrier {

  @Override
  public boolean isOpen(Object carrier) {
    return ((Channel) carrier).isOpen();
  }

  @Override
  public boolean isWritable(Object carrier) {
    return ((Channel) carrier).isWritable();
  }

  @Override
  public String loop(Object carrier) {
    Tap tap = Taps.existing((Channel) carrier);
    return tap == null ? null : tap.loop();
  }

  @Override
  public int pendingTasks(Object carrier) {
    Channel channel = (Channel) carrier;
    return channel.isRegistered()
            && channel.eventLoop() instanceof SingleThreadEventExecutor executor
        ? executor.pendingTasks()
        : -1;
  }

  /** Epoll and io_uring sockets know the kernel's estimate; asking is a job for their own loop. */
  @Override
  public void sampleRoundTrip(Object carrier, Connection connection) {
    Channel channel = (Channel) carrier;
    String type = channel.getClass().getName();
    if ((type.contains(".epoll.") || type.contains(".uring.")) && channel.isRegistered()) {
      channel.eventLoop().execute(() -> guardedSample(channel, connection));
    }
  }

  @Override
  public void release(Object carrier) {
    Taps.release((Channel) carrier);
  }

  /** On the event loop, whose log is the application's. */
  private static void guardedSample(Channel channel, Connection connection) {
    try {
      sample(channel, connection);
    } catch (Throwable e) {
      Telemetry.current().failed(e);
    }
  }

  private static void sample(Channel channel, Connection connection) {
    Object info = channel.isActive() ? Getters.ask(channel, "tcpInfo") : null;
    Object micros = info == null ? null : Getters.ask(info, "rtt");
    if (micros instanceof Number number && number.longValue() > 0) {
      connection.roundTrip(RttSource.TCP_INFO, TimeUnit.MICROSECONDS.toNanos(number.longValue()));
    }
  }
}
