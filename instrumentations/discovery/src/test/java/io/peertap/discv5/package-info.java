/**
 * The real library on loopback under the agent. It needs a later Java than these tests are compiled
 * for, so they reach it by reflection, and run in another JVM where this one is too old.
 */
package io.peertap.discv5;
