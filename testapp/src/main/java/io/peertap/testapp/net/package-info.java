/**
 * Messages to all nodes, and how they find those who wait for them. A node hears its own messages
 * too, since several of its members may take part in one protocol.
 */
package io.peertap.testapp.net;
