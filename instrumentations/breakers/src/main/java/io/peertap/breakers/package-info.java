/** What modules of circuit breakers share; it knows no library. */
package io.peertap.breakers;
