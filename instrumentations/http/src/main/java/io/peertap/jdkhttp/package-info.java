/** Requests that the JDK's own HTTP server answers for the application. */
package io.peertap.jdkhttp;
