/** Nodes of the real library: each one in a class loader of its own, since the library is static. */
package io.peertap.tron.node;
