/**
 * End to end: every test forks a JVM with the built {@code peertap.jar} and looks at it from
 * outside. What the host prints and how it ends must be what it would have been without the agent.
 */
package io.peertap.testapp.agent;
