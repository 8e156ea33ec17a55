/** A real Raft group on loopback; Ratis' own injection points and metrics count beside the agent. */
package io.peertap.ratis;
