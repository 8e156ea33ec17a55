package io.peertap.api;

import io.peertap.api.Queues.Registration;
import java.util.function.LongSupplier;

/**
 * What libraries learn about peers beyond their connections. A peer is its identity in the library's
 * own form, the same that its connections are {@linkplain Connection#identified identified} with;
 * null where nobody knows it.
 */
public interface Peers {

  /**
   * Discovery told of a peer. Counts once for each source and peer, as long as that is remembered;
   * libraries may tell it with every announcement.
   *
   * @param source dns, mdns, static, relay, dht, pex, gossip, manual, or the library's own word
   */
  void discovered(String source, String peer);

  /**
   * A peer is at an address: where it listens, or where it dialled from. As long as the registration
   * stands the address is a name of that peer, and connections there, old and new, are to it; what
   * was named so keeps its name. Of two peers at one address the one that was told last counts.
   *
   * @param address {@code ip:port}
   */
  Registration listens(String peer, String address);

  /** The size of an address book, read whenever somebody collects. */
  Registration known(LongSupplier peers);

  /** A peer was given up: every address failed, or it is not wanted. */
  void failed(String peer, PeerFailure why);

  /** A failure detector declared a peer failed. */
  void detected(String peer, Detection how);

  /**
   * A ping test has ended.
   *
   * @param outcome success, failure or timeout; a cancelled one tells nothing, and is not counted
   * @param nanos the round-trip time of one that succeeded; ignored else
   */
  void pinged(String peer, Outcome outcome, long nanos);

  /** A round-trip time that is neither a ping test's nor one connection's, in nanoseconds. */
  void roundTrip(String peer, RttSource source, long nanos);

  /** The score that the library gives the peer, on its own scale. */
  void reputation(String peer, double score);

  /**
   * Peers told each other what they are: inbound if the remote peer asked.
   *
   * @param protocols how many protocols the peer that was asked speaks
   * @param addresses how many addresses it listens at
   */
  void identifyExchanged(Direction direction, int protocols, int addresses);

  /**
   * A peer that was asked to dial back has answered: inbound if it answered this node, whose
   * reachability that is, outbound if this node answered it.
   */
  void dialledBack(Direction direction, DialBack answer);
}
