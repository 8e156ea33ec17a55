/**
 * Random values that nobody chooses: each entry is what a group's key makes of the entry before,
 * the same whoever takes part. Proofs show that every part is right.
 */
package io.peertap.testapp.beacon;
