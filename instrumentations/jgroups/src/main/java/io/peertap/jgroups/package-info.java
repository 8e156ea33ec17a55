/**
 * What JGroups' own sockets and protocols tell: connections, datagrams, members, messages by
 * protocol, views, heartbeats, round-trip tests, suspicions and discovery. No protocol is added to any stack.
 *
 * <p>Bytes are those that pass the sockets of TCP, TCP_NIO2, FD_SOCK2 and UDP, with the length in
 * front of each message, hellos and goodbyes. Blocking connections tell whole messages: what had come
 * of one that broke off does not count, and with TLS it is bytes before encryption. A hello that is
 * refused does not count, nor do the acknowledgements of hellos that 5.2 to 5.4 can be told to send.
 * What still comes when a member closes its own side is read by nobody, and counts as sent alone.
 * FD_SOCK and MPING have sockets of their own, which are not counted.
 */
package io.peertap.jgroups;
