package io.peertap.jgroups;

import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.Muxer;
import io.peertap.api.Phase;
import io.peertap.api.Reason;
import io.peertap.api.Security;
import io.peertap.api.Side;
import io.peertap.api.Traffic;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import org.jgroups.Address;

/**
 * One connection as its hooks see it: its handle, and what they must remember in between. Whoever
 * dials and the selector may tell of its life at the same time.
 */
final class Link {

  private final Connection handle;
  private final Direction direction;
  private volatile boolean up;
  private volatile boolean over;
  private boolean dialling;
  private boolean closedEarly;
  private boolean brokenEarly;
  private boolean encrypted;
  private boolean parted;
  private int toWrite;
  private ByteBuffer lastToWrite;
  private long filled;

  Link(Connection handle, Direction direction) {
    this.handle = handle;
    this.direction = direction;
  }

  Traffic traffic() {
    return handle.traffic();
  }

  /** Whether it is connected, or was. */
  boolean isUp() {
    return up;
  }

  /** Whether it is closed. */
  boolean isOver() {
    return over;
  }

  /** The socket encrypts; the handshake comes before anything of JGroups. */
  void encrypts() {
    encrypted = true;
    handle.securing(Security.TLS);
  }

  /** A dial begins: a close comes before the reason for it. */
  synchronized void dialling() {
    dialling = true;
  }

  /** The dial returned, which may leave it under way. */
  synchronized void dialled(Address peer, boolean connected) {
    dialling = false;
    if (connected) {
      up(peer);
    }
    if (brokenEarly) {
      broken();
    }
    if (closedEarly) {
      closed(peer);
    }
  }

  /** The dial failed. */
  synchronized void undialled(Throwable cause) {
    dialling = false;
    if (cause instanceof ClosedChannelException) {
      // The selector has closed it, knows why, and may not have said yet that it is broken.
      handle.failed(Phase.CONNECT, Reason.OTHER);
    } else {
      handle.failed(Phase.CONNECT, cause);
    }
    closed(null);
  }

  /** Both sides know each other's address. */
  synchronized void up(Address peer) {
    if (!up) {
      if (encrypted) {
        handle.secured(Security.TLS, Muxer.NONE);
      }
      handle.established();
      up = true;
      Members.connected(peer, this);
    }
  }

  /** The member behind it is known. */
  void identified(String member) {
    handle.identified(member, null, null);
  }

  /** The hello was not one of a member's. */
  void refused(Throwable cause) {
    handle.failed(Phase.NEGOTIATE, cause);
  }

  /** It broke, and JGroups keeps the reason to itself. */
  synchronized void broken() {
    if (dialling) {
      brokenEarly = true; // Whoever dials may learn more.
    } else if (!up) {
      Phase phase = direction == Direction.OUTBOUND ? Phase.CONNECT : Phase.NEGOTIATE;
      handle.failed(phase, Reason.OTHER);
    }
  }

  void closing(Side side) {
    handle.closing(side);
  }

  synchronized void closed(Address peer) {
    if (dialling) {
      closedEarly = true;
    } else if (!over) {
      over = true;
      handle.closed();
      Members.disconnected(peer, this);
    }
  }

  /** Whether the peer's goodbye is counted for the first time. */
  boolean parts() {
    boolean first = !parted;
    parted = true;
    return first;
  }

  /** So much waits, this buffer being the last; under the connection's send lock. */
  void writing(int bytes, ByteBuffer last) {
    toWrite = bytes;
    lastToWrite = last;
  }

  /** The last buffer that is written; null if there is none. */
  ByteBuffer lastToWrite() {
    return lastToWrite;
  }

  /** So much of it still waits; under the same lock. */
  void written(int bytes) {
    lastToWrite = null;
    handle.traffic().sent(toWrite - bytes);
    countLate();
  }

  /** A blocking socket took so much, of any thread. */
  void sent(long bytes) {
    handle.traffic().sentConcurrently(bytes);
    countLate();
  }

  /** Another thread may have closed it while the socket took bytes, mostly of a goodbye. */
  private synchronized void countLate() {
    if (over) {
      handle.closed();
    }
  }

  /** So much is in its read buffers; on the thread that reads. */
  void reading(long bytes) {
    filled = bytes;
  }

  /** So much is there now; on the same thread. */
  void read(long bytes) {
    handle.traffic().received(bytes - filled);
  }
}
