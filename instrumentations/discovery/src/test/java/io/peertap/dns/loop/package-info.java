/** Resolvers of any Netty, each in a class loader of its own, also relocated. */
package io.peertap.dns.loop;
