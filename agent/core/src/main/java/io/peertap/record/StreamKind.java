package io.peertap.record;

import io.peertap.api.Direction;
import io.peertap.api.Transport;
import io.peertap.metric.Slot;

/** What streams that share a series have in common; compares by hand, see {@code CellKey}. */
record StreamKind(Slot slot, Direction direction, Transport transport, String protocol) {

  @Override
  public boolean equals(Object other) {
    return other instanceof StreamKind that
        && slot == that.slot
        && direction == that.direction
        && transport == that.transport
        && protocol.equals(that.protocol);
  }

  @Override
  public int hashCode() {
    int hash = System.identityHashCode(slot);
    hash = 31 * hash + direction.hashCode();
    hash = 31 * hash + transport.hashCode();
    return 31 * hash + protocol.hashCode();
  }
}
