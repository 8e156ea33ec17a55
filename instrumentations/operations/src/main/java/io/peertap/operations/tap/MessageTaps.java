package io.peertap.operations.tap;

import io.peertap.api.Direction;
import io.peertap.api.Messages;
import io.peertap.api.rule.RuleTap;
import io.peertap.operations.expression.Expression;
import io.peertap.operations.expression.Label;
import io.peertap.operations.expression.Values;
import java.util.function.Supplier;

/**
 * What messages and heartbeats of one direction do at their methods. What was received counts at
 * once, unless the result says more about it; what was sent counts when the method has returned,
 * for one that throws has sent nothing.
 */
public final class MessageTaps implements Taps {

  private final Supplier<Messages> messages = Handles.messages();
  private final String protocol;
  private final Direction direction;
  private final Label type;
  private final Expression peer;
  private final Expression bytes;
  private final boolean readsResult;
  private final Nesting nesting = new Nesting();

  /**
   * Taps.
   *
   * @param protocol the protocol, or null for heartbeats
   * @param type the messages' type, or null
   * @param peer who sent or gets it, or null
   * @param bytes its encoded size, or null
   */
  public MessageTaps(
      String protocol, Direction direction, Label type, Expression peer, Expression bytes) {
    this.protocol = protocol;
    this.direction = direction;
    this.type = type;
    this.peer = peer;
    this.bytes = bytes;
    this.readsResult = isOfResult(type == null ? null : type.expression())
        || isOfResult(peer)
        || isOfResult(bytes);
  }

  @Override
  public RuleTap make(Shape shape) {
    Reads reads = new Reads(shape);
    Begin begin = new Begin(reads);
    return new ObservingTap(shape, reads, readsResult, false, nesting, begin);
  }

  private static boolean isOfResult(Expression expression) {
    return expression != null && expression.source() == Expression.RESULT;
  }

  private void count(String kind, String with, long size) {
    if (protocol == null) {
      messages.get().heartbeat(direction, with);
    } else if (direction == Direction.OUTBOUND) {
      messages.get().sent(protocol, kind, with, size);
    } else {
      messages.get().received(protocol, kind, with, size);
    }
  }

  private static long size(Object value) {
    double number = Values.number(value);
    return number >= 0 ? (long) number : -1; // NaN is not greater.
  }

  /** The begin of calls of one shape of method. */
  private final class Begin implements Observer {
    private final Reads.Input typeInput;
    private final Reads.Input peerInput;
    private final Reads.Input bytesInput;

    Begin(Reads reads) {
      typeInput = reads.input(type == null ? null : type.expression());
      peerInput = reads.input(peer);
      bytesInput = reads.input(bytes);
    }

    @Override
    public Observation begin(Object[] values) {
      String kind = type == null ? null : type.of(typeInput.value(values));
      String with = Values.peer(peerInput.value(values));
      long size = size(bytesInput.value(values));
      if (direction == Direction.OUTBOUND || readsResult) {
        return new Returning(kind, with, size);
      }
      count(kind, with, size);
      return Observation.DONE;
    }
  }

  /** A message that counts when its method returns. */
  private final class Returning extends Observation {
    private final String kind;
    private final String with;
    private final long size;

    Returning(String kind, String with, long size) {
      this.kind = kind;
      this.with = with;
      this.size = size;
    }

    @Override
    void ended(Object value, Throwable failure) {
      if (failure == null) {
        count(
            type != null && isOfResult(type.expression())
                ? type.of(type.expression().value(value))
                : kind,
            isOfResult(peer) ? Values.peer(peer.value(value)) : with,
            isOfResult(bytes) ? size(bytes.value(value)) : size);
      }
    }
  }
}
