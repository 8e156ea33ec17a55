/**
 * What Ratis servers tell each other: appended entries, heartbeats and votes, and who leads. Hooked
 * where Ratis itself hands a message to gRPC, or takes one from it.
 */
package io.peertap.ratis;
