/** What a scrape of a large node costs: live tables of the agent in this JVM, without a library. */
package io.peertap.benchmarks.scrape;
