/**
 * What a dispatcher accepts and what it refuses.
 * Nothing here opens a connection.
 */
package io.peertap.testapp.wallet;
