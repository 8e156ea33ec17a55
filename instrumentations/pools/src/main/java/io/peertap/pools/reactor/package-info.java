/** The pool of reactor-pool, which reactor-netty's connection providers use. */
package io.peertap.pools.reactor;
