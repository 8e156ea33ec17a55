package com.example.pay;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Transactions that wait for a block. */
public final class TransactionPool {

  private final Set<String> pending = ConcurrentHashMap.newKeySet();

  /** What the pool says of a transaction. */
  public enum Verdict {
    ACCEPTED,
    DUPLICATE,
    UNDERPRICED
  }

  /** Takes a transaction. */
  public Verdict add(String hash, double fee) {
    if (fee < 1) {
      return Verdict.UNDERPRICED;
    }
    return pending.add(hash) ? Verdict.ACCEPTED : Verdict.DUPLICATE;
  }
}
