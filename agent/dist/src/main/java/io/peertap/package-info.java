/**
 * What the JVM and people see of the jar: the agent's entry, the command line, and the loader that
 * keeps everything else out of the application's sight.
 */
package io.peertap;
