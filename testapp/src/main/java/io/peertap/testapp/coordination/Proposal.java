package io.peertap.testapp.coordination;

import io.peertap.testapp.wallet.ActionType;

/** What a leader wants its wallet to do. */
public record Proposal(ActionType type, String leader) {}
