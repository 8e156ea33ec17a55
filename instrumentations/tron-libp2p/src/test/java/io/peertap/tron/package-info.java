/** The real library on loopback under the agent, and its numbers against what nodes counted. */
package io.peertap.tron;
