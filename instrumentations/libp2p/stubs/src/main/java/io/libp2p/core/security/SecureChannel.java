package io.libp2p.core.security;

import io.libp2p.core.PeerId;
import io.libp2p.core.crypto.PubKey;

/** Signatures only. */
public interface SecureChannel {
  /** A secure channel that stands. */
  abstract class Session {
    /** Who is at the other end. */
    public abstract PeerId getRemoteId();

    /** What that peer proved it with. */
    public abstract PubKey getRemotePubKey();
  }
}
