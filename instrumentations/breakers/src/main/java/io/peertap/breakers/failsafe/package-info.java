/** Circuit breakers of Failsafe. */
package io.peertap.breakers.failsafe;
