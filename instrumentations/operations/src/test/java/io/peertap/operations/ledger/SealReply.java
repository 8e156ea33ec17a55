package io.peertap.operations.ledger;

/** Is told, once, what became of a deed. */
interface SealReply {

  void stamped(String seal);

  void spoiled(Exception why);

  void lapsed();

  void withdrawn();
}
