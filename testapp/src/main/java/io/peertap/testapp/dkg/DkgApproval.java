package io.peertap.testapp.dkg;

/** A result is accepted: its key is in use from a block on. */
record DkgApproval(DkgRequest request, String key, long fromBlock) {}
