package io.libp2p.core.pubsub;

/** Signatures only. */
public enum ValidationResult {
  /** Passed on. */
  Valid,
  /** Blamed on its sender. */
  Invalid,
  /** Neither. */
  Ignore
}
