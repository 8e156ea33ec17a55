/**
 * What Netty's QUIC measures itself: packets sent, lost and sent again, and round-trip times. That
 * there are connections and streams is told by those who see channels.
 */
package io.peertap.quic;
