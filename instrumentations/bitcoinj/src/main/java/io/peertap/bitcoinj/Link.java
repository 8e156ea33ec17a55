package io.peertap.bitcoinj;

import io.peertap.api.Connection;
import io.peertap.api.DropReason;
import io.peertap.api.Messages;
import io.peertap.api.Muxer;
import io.peertap.api.Phase;
import io.peertap.api.Reason;
import io.peertap.api.Security;
import io.peertap.api.Side;
import io.peertap.api.Telemetry;

/** One connection as its hooks see it: its handle, and what they must remember in between. */
final class Link {

  static final String PROTOCOL = "bitcoin";

  private static final String QUEUE = "outbound";

  private static final Messages MESSAGES = Telemetry.current().messages();

  private final Connection handle;
  private final String peer;
  private volatile boolean up;
  private volatile boolean greeted;
  private volatile boolean over;
  private volatile boolean closing;
  private int left;

  /**
   * A link of this handle.
   *
   * @param peer who is at the other end, or null if the connection does not speak Bitcoin
   */
  Link(Connection handle, String peer) {
    this.handle = handle;
    this.peer = peer;
  }

  String peer() {
    return peer;
  }

  boolean isOver() {
    return over;
  }

  /** The transport is up. */
  void up() {
    up = true;
    handle.established();
  }

  /** The peer said what it runs. */
  void runs(String agent, int version) {
    handle.identified(peer, agent, Integer.toString(version));
  }

  /** Each side knows the other's version. */
  void greeted() {
    greeted = true;
    up();
    handle.secured(Security.NONE, Muxer.NONE);
  }

  /** The dial failed. */
  void undialled(Throwable cause) {
    handle.failed(Phase.CONNECT, cause);
    over();
  }

  /** Nothing came in time: no answer to the dial, no hello, or nothing more. */
  void timedOut() {
    handle.failed(greeted ? Phase.READ : up ? Phase.NEGOTIATE : Phase.CONNECT, Reason.TIMEOUT);
  }

  /** What came could not be read, or what should go not be written. */
  void failed(Throwable cause) {
    handle.failed(greeted ? Phase.READ : Phase.NEGOTIATE, cause);
  }

  /** This side closes; a dial under way is given up. */
  void closing() {
    closing = true;
    handle.closing(Side.LOCAL);
    if (!up) {
      over();
    }
  }

  /** The socket is about to be closed, for whatever reason. */
  void hungUp(boolean byThisSide) {
    if (!closing) {
      closing = true;
      handle.closing(byThisSide ? Side.LOCAL : Side.REMOTE);
    }
  }

  /** The socket is closed; of a dial, the reason comes after that. */
  void closed() {
    if (up) {
      over();
    }
  }

  /** So much can be read, some of which was there before; on the thread that reads. */
  void reads(int remaining) {
    handle.traffic().received(remaining - left);
  }

  /** So much was not read yet; on the same thread. */
  void leaves(int remaining) {
    left = remaining;
  }

  /** A message was written whole, on any thread. */
  void wrote(int bytes) {
    handle.traffic().sentConcurrently(bytes);
  }

  /** A message came. */
  void received(String command, int bytes) {
    if (peer != null) {
      MESSAGES.received(PROTOCOL, command, peer, bytes);
    }
  }

  /** A message waits to be written. */
  void sends(byte[] message) {
    if (peer != null) {
      MESSAGES.sent(PROTOCOL, Commands.of(message), peer, message.length);
    }
  }

  /** More waits than the library keeps, so the message is dropped. */
  void overflowed() {
    if (peer != null) {
      MESSAGES.dropped(QUEUE, DropReason.OVERFLOW, peer);
    }
  }

  private void over() {
    over = true;
    handle.closed();
  }
}
