/** Tests of what the process uses. */
package io.peertap.process;
