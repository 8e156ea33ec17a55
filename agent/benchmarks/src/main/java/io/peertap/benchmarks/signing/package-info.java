/** What the agent adds to an application that has other work to do: a threshold-signing network. */
package io.peertap.benchmarks.signing;
