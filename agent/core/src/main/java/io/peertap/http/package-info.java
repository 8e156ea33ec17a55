/**
 * The endpoint: one JDK HTTP server, its port, its gate and its routes. It shows what suppliers hand
 * it and knows nothing about peers or metrics; whatever fails here, the host does not notice.
 */
package io.peertap.http;
