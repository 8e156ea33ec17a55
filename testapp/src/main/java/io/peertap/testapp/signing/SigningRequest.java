package io.peertap.testapp.signing;

/** What to sign, who picks the signers, and what the conversation about it is called. */
public record SigningRequest(
    String conversation, long number, String coordinator, String message) {}
