package io.peertap.record;

/**
 * What a peer said it runs, as label values.
 *
 * @param agent the family of its client, or null if it told none
 * @param protocol the protocol's name
 * @param version the protocol's version, or null if it told none
 */
record Software(String agent, String protocol, String version) {}
