/**
 * The threshold mathematics against the vectors of RFC 9591 and its own promises.
 * Nothing here opens a connection.
 */
package io.peertap.testapp.crypto;
