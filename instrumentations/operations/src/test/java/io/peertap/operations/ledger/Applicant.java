package io.peertap.operations.ledger;

/** Waits for a seal. Applicants of the same name are equal, yet each gets an answer of its own. */
record Applicant(String name) implements SealReply {

  @Override
  public void stamped(String seal) {}

  @Override
  public void spoiled(Exception why) {}

  @Override
  public void lapsed() {}

  @Override
  public void withdrawn() {}
}
