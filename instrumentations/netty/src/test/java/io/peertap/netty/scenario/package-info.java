/**
 * Real Netty applications on loopback that count for themselves what they do. Only API that is the
 * same from Netty 4.1.0 to 4.2 is used, and only JDK types cross the border, so that a scenario can
 * be defined next to any Netty.
 */
package io.peertap.netty.scenario;
