package io.peertap.testapp;

import java.util.concurrent.CompletableFuture;

/** A node as the network steers it, be it in this JVM or in another. */
interface Peer {

  /** Becomes a member of the cluster. */
  void join();

  /** Gives up its membership, to join again later. */
  void leave();

  /** Begins nothing any more; completes once all that was under way has ended. */
  CompletableFuture<Void> rest();

  /** Writes down what it has counted, once it hears nothing any more; completes then. */
  CompletableFuture<Void> note();

  /** Leaves for good; completes with the exit code once everything is told. */
  CompletableFuture<Integer> end();
}
