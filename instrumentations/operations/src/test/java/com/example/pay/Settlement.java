package com.example.pay;

import java.util.concurrent.CompletableFuture;

/** Brings what was paid to the chain. */
public final class Settlement {

  /** What became of it. */
  public enum Status {
    SETTLED,
    REVERTED,
    EXPIRED
  }

  /** An end. */
  public record Outcome(Status status, long fee) {}

  /** Settles. */
  public CompletableFuture<Outcome> settle(CompletableFuture<Outcome> chain) {
    return chain;
  }
}
