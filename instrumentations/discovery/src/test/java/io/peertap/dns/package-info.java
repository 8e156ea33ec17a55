/** Netty's resolver and a name server of the test, both on loopback, under the agent. */
package io.peertap.dns;
