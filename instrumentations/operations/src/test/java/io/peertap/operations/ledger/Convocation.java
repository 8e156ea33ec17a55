package io.peertap.operations.ledger;

/**
 * A call to a key ceremony.
 *
 * @param seats how many of those who take part are ours
 */
record Convocation(String name, int seats) {}
