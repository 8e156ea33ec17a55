/**
 * Kwik, a QUIC without Netty: connections, their streams, bytes, packets and round trips, of
 * clients and servers.
 */
package io.peertap.kwik;
