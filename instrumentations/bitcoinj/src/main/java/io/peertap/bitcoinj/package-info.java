/**
 * What bitcoinj's own sockets and its peer group tell: connections and the version handshake, messages
 * by command, pings, discovery, and the wallet's payments and signatures.
 *
 * <p>Bytes sent count when the socket has taken the whole message, bytes received when they come.
 * Connections to a server that the application built of its own parts, and not of peers, are seen,
 * but not what they receive.
 */
package io.peertap.bitcoinj;
