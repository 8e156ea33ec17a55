package io.peertap.scalecube;

import io.peertap.api.Outcome;
import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The direct pings of failure detectors. A member has one under way with each other member, so a
 * pair of addresses names it. Results of indirect pings come through the same door, and may come
 * when the next direct ping has begun: they are no pings of this member.
 */
final class Pings {

  private static final Peers PEERS = Telemetry.current().peers();
  private static final ConcurrentMap<String, Pair> PAIRS = new ConcurrentHashMap<>();

  private Pings() {}

  static void begin(String from, String to, Request ping) {
    PAIRS.computeIfAbsent(key(from, to), any -> new Pair()).direct = ping;
  }

  /**
   * A direct or an indirect ping has ended.
   *
   * @param answered whether a response was what ended it
   * @param timeout nanoseconds that a direct one may take
   */
  static void ended(String from, String to, String member, boolean answered, long timeout) {
    Pair pair = PAIRS.get(key(from, to));
    if (pair == null) {
      return;
    }
    Request direct = pair.direct;
    if (pair.indirect > 0 && !isOver(direct, answered, timeout)) {
      pair.indirect--;
    } else if (direct != null) {
      pair.direct = null;
      tell(member, direct, answered, timeout);
    }
  }

  /** The direct ping has failed, and so many others are asked to try. */
  static void failed(String from, String to, String member, int others, long timeout) {
    Pair pair = PAIRS.get(key(from, to));
    if (pair != null && pair.direct != null) {
      tell(member, pair.direct, false, timeout);
      pair.direct = null;
      pair.indirect += others;
    }
  }

  static void forget(String from, String to) {
    PAIRS.remove(key(from, to));
  }

  private static boolean isOver(Request direct, boolean answered, long timeout) {
    return direct != null && (answered ? direct.roundTrip() >= 0 : direct.elapsed() >= timeout);
  }

  private static void tell(String member, Request direct, boolean answered, long timeout) {
    if (answered && direct.roundTrip() >= 0) {
      PEERS.pinged(member, Outcome.SUCCESS, direct.roundTrip());
    } else {
      boolean late = direct.elapsed() >= timeout;
      PEERS.pinged(member, late ? Outcome.TIMEOUT : Outcome.FAILURE, 0);
    }
  }

  private static String key(String from, String to) {
    return from + '>' + to;
  }

  /** What one member has under way with another; on its scheduler's one thread. */
  private static final class Pair {
    private Request direct;
    private int indirect;
  }
}
