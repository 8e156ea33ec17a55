/**
 * What the user may set: one declared table of options, read once from argument, properties,
 * environment and file into immutable settings. Nothing here throws; what is not understood becomes
 * one line and a safe default.
 */
package io.peertap.config;
