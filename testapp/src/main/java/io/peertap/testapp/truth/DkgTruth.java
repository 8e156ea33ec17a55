package io.peertap.testapp.truth;

import java.util.concurrent.atomic.AtomicLong;

/** Key generations, and how many members took part in them for this node. */
public final class DkgTruth extends OperationTruth {

  private final AtomicLong membersJoined = new AtomicLong();

  /** So many members of this node take part in one more. */
  public void joined(int members) {
    membersJoined.addAndGet(members);
  }
}
