/** Look-ups of Netty's DNS resolver that ask a name server. */
package io.peertap.dns;
