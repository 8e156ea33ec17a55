/**
 * All measurements as one: parts that run in turn, keep what they have measured, and end as a
 * report. Once {@code mvn install} has built everything, on a machine that does nothing else:
 *
 * <pre>
 * mvn -q -Pcost -f agent/benchmarks/pom.xml compile exec:exec                           within 50 minutes
 * mvn -q -Pcost -f agent/benchmarks/pom.xml compile exec:exec -Doptions=--short         five minutes
 * mvn -q -Pcost -f agent/benchmarks/pom.xml compile exec:exec -Doptions=--docs
 * </pre>
 *
 * <p>The report lies beside the results in {@code target/cost}, with {@code --docs} in the
 * repository's {@code agent/docs}. Results are kept by part, form and agent: a run that was stopped
 * goes on, and one that is repeated with {@code --docs} only writes. {@code --only} measures one
 * part.
 */
package io.peertap.benchmarks.cost;
