/** Real clusters on loopback, whose codecs and handlers count what the agent should have counted. */
package io.peertap.scalecube;
