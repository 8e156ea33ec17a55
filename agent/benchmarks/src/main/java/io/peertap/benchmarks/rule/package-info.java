/**
 * What a rule on a method costs each call of it, against an empty method timed by hand. Runs under
 * JMH in JVMs that carry the built agent.
 */
package io.peertap.benchmarks.rule;
