/**
 * What ScaleCube's clusters tell: members, SWIM pings, suspicions, gossip, messages. All of it is seen
 * in ScaleCube's own classes, but who an accepted channel belongs to: that only its messages say, so
 * a handler notes which channel a frame came from. A transport that listened before the agent came
 * has no such handler: what it accepts keeps the name of its address.
 */
package io.peertap.scalecube;
