/** What the live tables cost by themselves, without a library and without hooks into one. */
package io.peertap.benchmarks.records;
