/**
 * Executors: what waits in them, how long, and what becomes of their tasks. Tasks are neither
 * wrapped nor replaced; executors, tasks and threads are known by identity and held weakly.
 */
package io.peertap.operations.executor;
