/** What the agent costs, measured from outside: what all measurements have in common. */
package io.peertap.benchmarks;
