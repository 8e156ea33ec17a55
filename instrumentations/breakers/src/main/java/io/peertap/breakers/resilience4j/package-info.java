/** Circuit breakers of resilience4j. */
package io.peertap.breakers.resilience4j;
