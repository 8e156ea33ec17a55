package io.peertap.operations.ledger;

/** What a vault answers. */
enum Verdict {
  CARRIED_OUT,
  BUSY
}
