/**
 * What tests of instrumentations share: an agent in the test's own JVM, its numbers, and the
 * promises that every instrumentation keeps.
 */
package io.peertap.test;
