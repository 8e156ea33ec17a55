/**
 * What Netty's channels tell: connections, streams, datagrams, queues, dials and TLS handshakes. No
 * handler is added to any pipeline; state hangs off each channel as an attribute.
 */
package io.peertap.netty;
