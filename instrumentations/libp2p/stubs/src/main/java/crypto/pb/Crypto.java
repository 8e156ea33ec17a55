package crypto.pb;

/** Signatures only. */
public abstract class Crypto {
  /** Kinds of keys. */
  public enum KeyType {
    /** RSA. */
    RSA,
    /** The Edwards curve. */
    Ed25519,
    /** The Koblitz curve. */
    Secp256k1,
    /** Another curve. */
    ECDSA
  }
}
