/**
 * Netty's channel pools. A channel is active from the moment that its pool hands it out until it
 * comes back or closes, and idle while the pool keeps it.
 */
package io.peertap.pools.netty;
