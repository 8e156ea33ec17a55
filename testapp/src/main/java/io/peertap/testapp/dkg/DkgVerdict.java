package io.peertap.testapp.dkg;

import java.util.List;

/** Third round: whose shares did not fit their commitments. */
record DkgVerdict(List<Integer> accused) {}
