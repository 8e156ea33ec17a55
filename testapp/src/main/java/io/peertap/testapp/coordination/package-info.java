/**
 * How the nodes of a wallet agree on what it does next: in a window of some blocks its leader
 * proposes, and the others wait for the proposal.
 */
package io.peertap.testapp.coordination;
