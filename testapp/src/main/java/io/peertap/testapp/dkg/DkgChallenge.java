package io.peertap.testapp.dkg;

/** A node holds a result for wrong. */
record DkgChallenge(long number) {}
