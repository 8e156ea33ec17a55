package io.peertap.testapp.beacon;

/** An entry as it is published. */
public record RelayValue(long number, String value) {}
