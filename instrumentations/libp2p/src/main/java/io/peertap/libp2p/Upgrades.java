package io.peertap.libp2p;

import crypto.pb.Crypto;
import io.libp2p.mux.mplex.MplexHandler;
import io.libp2p.mux.yamux.YamuxHandler;
import io.netty.channel.Channel;
import io.peertap.api.Connection;
import io.peertap.api.KeyType;
import io.peertap.api.Muxer;
import io.peertap.api.Phase;
import io.peertap.api.Reason;
import io.peertap.api.Security;
import java.security.GeneralSecurityException;

/** Names what a connection is upgraded with, and why that failed. */
final class Upgrades {

  private Upgrades() {}

  /** The secure channel behind a protocol's name, or null if it is not one. */
  static Security security(String protocol) {
    if (protocol.equals("/noise")) {
      return Security.NOISE;
    }
    if (protocol.startsWith("/tls/")) {
      return Security.TLS;
    }
    if (protocol.startsWith("/plaintext/")) {
      return Security.NONE;
    }
    return protocol.startsWith("/secio/") ? Security.OTHER : null;
  }

  static KeyType key(Crypto.KeyType type) {
    return switch (type) {
      case RSA -> KeyType.RSA;
      case Ed25519 -> KeyType.ED25519;
      case Secp256k1 -> KeyType.SECP256K1;
      case ECDSA -> KeyType.ECDSA;
      default -> KeyType.OTHER;
    };
  }

  static Muxer muxer(Object session) {
    if (session instanceof YamuxHandler) {
      return Muxer.YAMUX;
    }
    return session instanceof MplexHandler ? Muxer.MPLEX : Muxer.OTHER;
  }

  /** Whether the transport brings its own secure channel and muxer. */
  static boolean isQuic(Object connection) {
    return Handles.carrier(connection) instanceof Channel channel
        && channel.getClass().getName().contains(".quic.");
  }

  static void failed(Connection handle, Throwable cause) {
    if (Ends.isDueTo(cause, "InvalidRemotePubKey")) {
      handle.failed(Phase.SECURE, Reason.IDENTITY);
    } else if (isNonsense(cause)) {
      handle.failed(Phase.SECURE, Reason.PROTOCOL);
    } else {
      handle.failed(Phase.SECURE, cause);
    }
  }

  /** What came can not have been sent by a peer that keeps to the protocol. */
  private static boolean isNonsense(Throwable cause) {
    return cause instanceof GeneralSecurityException
        || Ends.isDueTo(cause, "SecureHandshakeError")
        || Ends.isDueTo(cause, "NoSuchRemoteProtocolException");
  }
}
