package io.peertap.testapp.dkg;

/** What a key is for. */
public enum Purpose {
  /** To sign for a wallet. */
  WALLET,
  /** To make the entries of the beacon. */
  BEACON
}
