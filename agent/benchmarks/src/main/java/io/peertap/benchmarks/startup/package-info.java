/**
 * What the agent costs, measured from outside on whole JVMs that run a small host. Start it with
 * {@code mvn -q -f agent/benchmarks/pom.xml compile exec:exec -Doptions="--rounds 21"}, once
 * {@code agent/dist} has built its jar.
 */
package io.peertap.benchmarks.startup;
