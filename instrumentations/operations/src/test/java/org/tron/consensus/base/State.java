package org.tron.consensus.base;

/** Java-tron's, as far as a rule sees it. */
public enum State {
  OK,
  NOT_SYNCED,
  DUP_WITNESS,
  CLOCK_ERROR,
  NOT_MY_TURN,
  NOT_TIME_YET,
  PERMISSION_ERROR,
  LOW_PARTICIPATION,
  PRODUCE_BLOCK_FAILED,
  BACKUP_IS_NOT_MASTER,
  OTHER
}
