/**
 * Tests whether other nodes answer, and answers their tests. A test is one request and its
 * response, directly from node to node.
 */
package io.peertap.testapp.ping;
