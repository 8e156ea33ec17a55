/** How the cost of a message, of a start and of memory grows with what there is. */
package io.peertap.benchmarks.scaling;
