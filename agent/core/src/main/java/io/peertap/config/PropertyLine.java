package io.peertap.config;

/**
 * One setting of a properties file.
 *
 * @param number the line on which it begins, from 1
 * @param assigned whether {@code =} or {@code :} stands behind the key, and not just a space
 * @param value what follows; empty if nothing does
 */
record PropertyLine(int number, String key, boolean assigned, String value) {}
