package io.peertap.testapp.dkg;

import java.util.Map;

/** What a node has of a finished key generation: its own part, and what all members said. */
public record DkgOutcome(Membership membership, Map<Integer, DkgIntroduction> introductions) {}
