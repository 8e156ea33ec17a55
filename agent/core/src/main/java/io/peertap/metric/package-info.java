/**
 * The vocabulary, declared once, and the numbers behind it. It knows nobody: others add to cells,
 * and exposition reads immutable snapshots.
 */
package io.peertap.metric;
