/**
 * What a node counts of its own work, in its own words, when it happens. Fields are named as they
 * are written to its file.
 */
package io.peertap.testapp.truth;
