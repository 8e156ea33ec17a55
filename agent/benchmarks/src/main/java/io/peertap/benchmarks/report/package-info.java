/** What was measured, as Markdown with charts. */
package io.peertap.benchmarks.report;
