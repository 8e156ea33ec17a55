package io.libp2p.core.security;

import io.libp2p.core.PeerId;

/** Signatures only. */
public interface SecureChannel {
  /** A secure channel that stands. */
  abstract class Session {
    /** Who is at the other end. */
    public abstract PeerId getRemoteId();
  }
}
