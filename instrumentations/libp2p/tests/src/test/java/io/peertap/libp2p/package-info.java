/** The libp2p module on the real library: what it counts is what hosts really did. */
package io.peertap.libp2p;
