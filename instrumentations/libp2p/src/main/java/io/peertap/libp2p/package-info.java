/**
 * What jvm-libp2p tells: who is at the other end, what streams speak, how gossip and relays fare.
 * Sockets and their bytes are Netty's affair; connections and streams share its handles.
 */
package io.peertap.libp2p;
