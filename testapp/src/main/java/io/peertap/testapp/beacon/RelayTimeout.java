package io.peertap.testapp.beacon;

/** A node says that an entry is overdue. */
record RelayTimeout(long number) {}
