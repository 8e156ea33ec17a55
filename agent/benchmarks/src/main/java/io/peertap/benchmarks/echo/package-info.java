/**
 * Messages over loopback, with each competitor and without. Whole JVMs exchange them, measured in
 * turns: the CPU time of a message. The same exchange under JMH, with both sides on one event loop,
 * shows what hooks add to a message of real sockets.
 */
package io.peertap.benchmarks.echo;
