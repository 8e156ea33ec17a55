package io.libp2p.core;

import io.libp2p.core.security.SecureChannel;

/** Signatures only. */
public interface Connection extends P2PChannel {
  /** Who is at the other end. */
  SecureChannel.Session secureSession();
}
