/**
 * What measurements with JMH have in common: trials that take turns, a JVM for each of them, and the
 * comparison of what was counted in it with what passed.
 */
package io.peertap.benchmarks.jmh;
