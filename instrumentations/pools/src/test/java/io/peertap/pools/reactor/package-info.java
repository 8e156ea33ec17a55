/** Real pools on loopback, counted by the test and by the agent. */
package io.peertap.pools.reactor;
