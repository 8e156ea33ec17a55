package io.peertap.quic;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import io.peertap.api.Attached;
import io.peertap.api.Connection;
import io.peertap.api.RttSource;
import io.peertap.api.Sampler;
import io.peertap.api.Telemetry;

/** Asks connections for what they have counted, on their own event loops. */
final class Statistics implements Sampler {

  private static final Telemetry TELEMETRY = Telemetry.current();

  /** A dial that failed has no handle any more when its channel closes. */
  private static final Attached<Connection> OPEN = TELEMETRY.attached();

  /** Those that can tell of their paths, with their round-trip times. */
  private static final Attached<Boolean> PATHS = TELEMETRY.attached();

  private static final Statistics SAMPLER = new Statistics();

  private Statistics() {}

  /** If connections of this kind count, somebody has told of this one. */
  static void begin(Channel channel) {
    Connection connection = TELEMETRY.connections().of(channel);
    if (connection != null) {
      OPEN.put(channel, connection);
      connection.sampledBy(SAMPLER);
    }
  }

  static void paths(Channel channel) {
    PATHS.put(channel, true);
  }

  /** The last values stay after the close. */
  static void end(Channel channel) {
    PATHS.remove(channel);
    Connection connection = OPEN.remove(channel);
    if (connection != null) {
      packets(channel, connection);
    }
  }

  @Override
  public void sample(Object carrier, Connection connection) {
    Channel channel = (Channel) carrier;
    if (channel.isRegistered() && !channel.eventLoop().isShuttingDown()) {
      channel.eventLoop().execute(() -> guardedSample(channel, connection));
    }
  }

  /** On the event loop, whose log is the application's. */
  private static void guardedSample(Channel channel, Connection connection) {
    try {
      if (channel.isActive()) { // Before, the round-trip time is only a guess.
        long paths = packets(channel, connection);
        for (int path = 0; path < paths && PATHS.get(channel) != null; path++) {
          roundTrip(channel, path, connection);
        }
      }
    } catch (Throwable e) {
      TELEMETRY.failed(e);
    }
  }

  /** Answers how many paths the connection has. */
  private static long packets(Channel channel, Connection connection) {
    Object stats = answer(Getters.ask(channel, "collectStats"));
    if (stats == null) {
      return 0;
    }
    connection.packets(
        Getters.number(stats, "sent"),
        Getters.number(stats, "lost"),
        Getters.number(stats, "retrans"));
    return Getters.number(stats, "pathsCount");
  }

  /** Of the path that is in use; a connection that moved has others too. */
  private static void roundTrip(Channel channel, int path, Connection connection) {
    Object stats = answer(Getters.ask(channel, "collectPathStats", path));
    if (stats != null && Boolean.TRUE.equals(Getters.ask(stats, "active"))) {
      connection.roundTrip(RttSource.QUIC, Getters.number(stats, "rtt"));
    }
  }

  /** On the event loop they are answered at once; null if the connection never began. */
  private static Object answer(Object future) {
    return ((Future<?>) future).getNow();
  }
}
