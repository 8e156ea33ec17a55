/**
 * What a signing executor does when all goes well and when it does not.
 * Nothing here opens a connection.
 */
package io.peertap.testapp.signing;
