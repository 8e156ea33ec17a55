package io.peertap.jgroups;

import java.util.concurrent.atomic.AtomicLong;
import org.jgroups.Event;
import org.jgroups.stack.Protocol;

/** Sits above discovery and counts how often a joining member asks it. */
public final class Asked extends Protocol {

  private final AtomicLong rounds = new AtomicLong();

  /** For the stack. */
  public Asked() {}

  long rounds() {
    return rounds.get();
  }

  @Override
  public Object down(Event event) {
    if (event.getType() == Event.FIND_INITIAL_MBRS) {
      rounds.incrementAndGet();
    }
    return down_prot.down(event);
  }
}
