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

  /** When the round of a member began: its ping's time runs before the request is made. */
  private static final ConcurrentMap<String, Long> ROUNDS = new ConcurrentHashMap<>();

  private Pings() {}

  /** A member is about to ping. */
  static void round(String from) {
    ROUNDS.put(from, System.nanoTime());
  }

  static void begin(String from, String to, Request ping) {
    Pair pair = PAIRS.computeIfAbsent(key(from, to), any -> new Pair());
    pair.direct = ping;
    Long round = ROUNDS.get(from);
    pair.began = round == null ? System.nanoTime() : round;
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
    if (pair.indirect > 0 && !isOver(pair, answered, timeout)) {
      pair.indirect--;
    } else if (pair.direct != null) {
      tell(member, pair, answered, timeout);
    }
  }

  /** The direct ping has failed, and so many others are asked to try. */
  static void failed(String from, String to, String member, int others, long timeout) {
    Pair pair = PAIRS.get(key(from, to));
    if (pair != null && pair.direct != null) {
      tell(member, pair, false, timeout);
      pair.indirect += others;
    }
  }

  static void forget(String from, String to) {
    PAIRS.remove(key(from, to));
  }

  /** The member pings nobody any more. */
  static void stopped(String from) {
    ROUNDS.remove(from);
  }

  private static boolean isOver(Pair pair, boolean answered, long timeout) {
    return pair.direct != null
        && (answered ? pair.direct.roundTrip() >= 0 : pair.elapsed() >= timeout);
  }

  /** The direct ping is over. */
  private static void tell(String member, Pair pair, boolean answered, long timeout) {
    long roundTrip = pair.direct.roundTrip();
    pair.direct = null;
    if (answered && roundTrip >= 0) {
      PEERS.pinged(member, Outcome.SUCCESS, roundTrip);
    } else {
      boolean late = pair.elapsed() >= timeout;
      PEERS.pinged(member, late ? Outcome.TIMEOUT : Outcome.FAILURE, 0);
    }
  }

  private static String key(String from, String to) {
    return from + '>' + to;
  }

  /** What one member has under way with another; on its scheduler's one thread. */
  private static final class Pair {
    private Request direct;
    private long began;
    private int indirect;

    /** Nanoseconds since its round began. */
    private long elapsed() {
      return System.nanoTime() - began;
    }
  }
}
