/**
 * Other vocabularies as views on ours: data files say which of our series make which of theirs, and
 * a view computes them from a snapshot. Nothing is counted here.
 */
package io.peertap.dialect;
