/**
 * How a group of members makes a key that none of them ever has: each deals shares of a secret of
 * its own, and the sum is the key. The result is published, checked by all, and approved or challenged.
 */
package io.peertap.testapp.dkg;
