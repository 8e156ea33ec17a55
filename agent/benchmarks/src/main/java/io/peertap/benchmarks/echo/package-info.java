/**
 * Whole JVMs that exchange messages over loopback, with each competitor and without: the CPU time of
 * a message, measured in turns.
 */
package io.peertap.benchmarks.echo;
