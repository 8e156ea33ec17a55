package io.peertap.scalecube;

/** What ScaleCube's own messages are called, in every version. */
final class Qualifiers {

  static final String PING = "sc/fdetector/ping";
  static final String PING_REQ = "sc/fdetector/pingReq";
  static final String GOSSIP_REQ = "sc/gossip/req";

  /** The header that names the address of the member that sent a message. */
  static final String SENDER = "sender";

  /** The name of the protocol in labels. */
  static final String PROTOCOL = "scalecube";

  private Qualifiers() {}
}
