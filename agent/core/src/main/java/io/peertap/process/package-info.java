/** What the process uses of its machine, and what its JVM tells of itself. */
package io.peertap.process;
