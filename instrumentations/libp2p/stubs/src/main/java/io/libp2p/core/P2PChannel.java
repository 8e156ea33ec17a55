package io.libp2p.core;

import java.util.concurrent.CompletableFuture;

/** Signatures only. */
public interface P2PChannel {
  /** Whether this side opened it. */
  boolean isInitiator();

  /** Completes when it is closed. */
  CompletableFuture<?> closeFuture();
}
