/** The JDK's server on loopback, counted by the test and by the agent. */
package io.peertap.jdkhttp;
