package io.peertap.operations.packs;

/** Does what a rule pack is about, and counts it without asking the agent. */
interface Driver {

  /** Drives the library or its look-alike. */
  void drive(Truth truth) throws Exception;
}
