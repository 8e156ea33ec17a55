package io.peertap.api;

/** What kind of key a peer's identity is. */
public enum KeyType implements Label {

  /** RSA. */
  RSA,
  /** The Edwards curve over 2^255-19. */
  ED25519,
  /** The Koblitz curve of blockchains. */
  SECP256K1,
  /** Another elliptic curve. */
  ECDSA,
  /** Anything else. */
  OTHER;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
