/** Netty's QUIC, of every version, over links that lose. */
package io.peertap.quic;
