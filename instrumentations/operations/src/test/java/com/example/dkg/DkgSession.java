package com.example.dkg;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A distributed key generation. */
public final class DkgSession {

  private final CompletableFuture<Long> key = new CompletableFuture<>();

  /** The members of this node in the group. */
  public record Members(List<Integer> seats) {}

  /**
   * Takes part.
   *
   * @throws NotReadyException if there are no seats for this node
   */
  public CompletableFuture<Long> execute(Members members) {
    if (members.seats().isEmpty()) {
      throw new NotReadyException();
    }
    return key;
  }

  /** All rounds are through. */
  public void finish(long groupKey) {
    key.complete(groupKey);
  }

  /** Some round failed. */
  public void fail(Exception cause) {
    key.completeExceptionally(cause);
  }
}
