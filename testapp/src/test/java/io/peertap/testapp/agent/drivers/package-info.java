/**
 * What moves the metrics that the test application cannot move: small uses of real libraries, and of
 * an application's own methods that rules name.
 */
package io.peertap.testapp.agent.drivers;
