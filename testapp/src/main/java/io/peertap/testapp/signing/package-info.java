/**
 * How enough members of a group sign with a key that none of them has: FROST, in two rounds. One
 * node, the coordinator, picks who takes part among those who have nonces ready.
 */
package io.peertap.testapp.signing;
