/**
 * What tronprotocol's libp2p tells above Netty's channels: who the peers are, hellos and refusals,
 * messages, keep-alive, and discovery by Kademlia and by DNS. Connections are Netty's handles.
 */
package io.peertap.tron;
