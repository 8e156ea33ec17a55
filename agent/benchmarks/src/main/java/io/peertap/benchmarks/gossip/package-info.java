/** What the agent adds to gossip of jvm-libp2p, where that library resolves. */
package io.peertap.benchmarks.gossip;
