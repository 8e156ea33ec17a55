/** Real breakers, counted by the test and by the agent. */
package io.peertap.breakers.resilience4j;
