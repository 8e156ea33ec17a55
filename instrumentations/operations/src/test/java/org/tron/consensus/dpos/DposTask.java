package org.tron.consensus.dpos;

import java.util.List;
import org.tron.consensus.base.State;

/** Java-tron's, as far as a rule sees it. */
public class DposTask {

  private State slot;

  /** Looks at every slot. */
  public void run(List<State> slots) {
    for (State each : slots) {
      slot = each;
      produceBlock();
    }
  }

  private State produceBlock() {
    return slot;
  }
}
