package io.peertap.operations.tap;

import io.peertap.api.Gossip;
import io.peertap.api.GossipAction;
import io.peertap.api.GossipStatus;
import io.peertap.api.rule.RuleTap;
import io.peertap.operations.expression.Condition;
import java.util.List;
import java.util.function.Supplier;

/** What an action of a gossip topic does at its methods. */
public final class GossipTaps implements Taps {

  private final Supplier<Gossip> gossip = Handles.gossip();
  private final String topic;
  private final GossipAction action;
  private final List<Said> said;
  private final Nesting nesting = new Nesting();

  /** A rule's word on one status. */
  public record Said(GossipStatus status, Condition condition) {}

  /**
   * Taps.
   *
   * @param said conditions, in order; else a failure is an error
   */
  public GossipTaps(String topic, GossipAction action, List<Said> said) {
    this.topic = topic;
    this.action = action;
    this.said = said;
  }

  @Override
  public RuleTap make(Shape shape) {
    return new ObservingTap(
        shape, new Reads(shape), readsResult(), true, nesting, values -> observation);
  }

  private boolean readsResult() {
    for (Said each : said) {
      if (each.condition().readsResult()) {
        return true;
      }
    }
    return false;
  }

  private GossipStatus status(Object value, Throwable failure) {
    for (Said each : said) {
      if (Outcomes.holds(each.condition(), value, failure)) {
        return each.status();
      }
    }
    return failure == null ? GossipStatus.OK : GossipStatus.ERROR;
  }

  /** One for all calls: it knows nothing of any. */
  private final Observation observation = new Observation() {
    @Override
    void ended(Object value, Throwable failure) {
      gossip.get().message(action, status(value, failure), topic);
    }
  };
}
