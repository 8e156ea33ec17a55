/**
 * Requests that Netty servers answer. HTTP/1.1 and HTTP/2 are seen where Netty's codecs read and write
 * them, whatever the application builds on top: stream channels, gRPC, Vert.x.
 */
package io.peertap.nettyhttp;
