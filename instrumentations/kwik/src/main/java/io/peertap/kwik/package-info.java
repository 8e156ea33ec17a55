/**
 * Kwik, a QUIC without Netty: connections, their streams, bytes, packets and round trips, of
 * clients and servers. What a lost packet carried goes into later packets, which nobody counts: so
 * there are no retransmissions.
 */
package io.peertap.kwik;
