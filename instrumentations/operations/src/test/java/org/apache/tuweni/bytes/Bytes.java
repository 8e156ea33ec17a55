package org.apache.tuweni.bytes;

/** Only named by signatures. */
public interface Bytes {}
