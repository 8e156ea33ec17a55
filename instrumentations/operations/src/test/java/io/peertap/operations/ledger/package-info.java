/**
 * A guild of notaries: a small peer-to-peer application whose names follow no convention. It counts
 * its own work; the agent, which knows it by a rules file only, must come to the same numbers.
 */
package io.peertap.operations.ledger;
