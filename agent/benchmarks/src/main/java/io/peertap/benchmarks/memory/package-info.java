/** What the agent keeps in memory: when it does nothing, for a connection, for a peer, for a family. */
package io.peertap.benchmarks.memory;
