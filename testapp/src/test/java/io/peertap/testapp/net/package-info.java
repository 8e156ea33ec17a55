/**
 * How messages find those who wait for them, and what full queues drop.
 * Nothing here opens a connection.
 */
package io.peertap.testapp.net;
