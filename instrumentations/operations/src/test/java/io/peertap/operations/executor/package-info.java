/** Executors under the agent, compared with what the tests count themselves. */
package io.peertap.operations.executor;
