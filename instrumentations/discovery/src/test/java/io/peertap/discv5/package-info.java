/**
 * The real library on loopback under the agent. It needs a later Java than these tests are compiled
 * for, so they reach it by reflection, and are left out where it does not run.
 */
package io.peertap.discv5;
