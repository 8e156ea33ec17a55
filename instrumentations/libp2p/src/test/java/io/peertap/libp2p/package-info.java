/** The libp2p module without its library. */
package io.peertap.libp2p;
