/**
 * What JGroups' own sockets and protocols tell: connections, datagrams, members, messages by
 * protocol, views, heartbeats, suspicions and discovery. No protocol is added to any stack.
 */
package io.peertap.jgroups;
