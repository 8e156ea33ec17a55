/**
 * Gets hooks into the application's classes without being there: a lazy transformer, one dispatcher
 * class in {@code java.lang}, and a class loader for advice per application loader and relocation
 * prefix. Methods that rules choose get taps the same way. It knows the API and bytecode, and nothing
 * about metrics.
 */
package io.peertap.weaver;
