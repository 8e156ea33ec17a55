/**
 * Tiny applications that know nothing of Peertap; the tests run them with and without the agent.
 * They print what they did, so that a test compares the agent's numbers with the host's own.
 */
package io.peertap.testapp.agent.hosts;
