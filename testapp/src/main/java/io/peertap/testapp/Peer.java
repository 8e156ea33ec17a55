package io.peertap.testapp;

import java.util.concurrent.CompletableFuture;

/** A node as the network steers it, be it in this JVM or in another. */
interface Peer {

  /** Becomes a member of the cluster. */
  void join();

  /** Gives up its membership, to join again later. */
  void leave();

  /** Leaves for good; completes with the exit code once everything is told. */
  CompletableFuture<Integer> end();
}
