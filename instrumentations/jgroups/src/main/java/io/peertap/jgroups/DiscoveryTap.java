package io.peertap.jgroups;

import io.peertap.api.Call;
import io.peertap.api.MethodTap;
import io.peertap.api.Outcome;
import io.peertap.api.Telemetry;

/** A round of discovery begins: its method returns what will take the answers. */
public final class DiscoveryTap implements MethodTap {

  /** For the agent. */
  public DiscoveryTap() {}

  /** Others than a member that joins look for members in passing, and wait for nothing. */
  @Override
  public Object enter(Object[] values) {
    return (boolean) values[1]
        ? Telemetry.current().operations().discovery(Rounds.source(values[0])).begin(null)
        : null;
  }

  @Override
  public void returned(Object token, Object result) {
    if (token instanceof Call round) {
      Rounds.began(result, round.later());
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Call round) {
      round.ended(Outcome.FAILURE, failure);
    }
  }
}
