package io.peertap.testapp.dkg;

import io.peertap.testapp.crypto.SealedShare;
import java.util.Map;

/** Second round: a share for each member. */
record DkgShares(Map<Integer, SealedShare> sealed) {}
