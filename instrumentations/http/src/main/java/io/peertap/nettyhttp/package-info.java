/**
 * Requests that Netty servers answer. HTTP/1.1 is seen where its codec reads and writes it, HTTP/2
 * where a stream has a channel of its own.
 */
package io.peertap.nettyhttp;
