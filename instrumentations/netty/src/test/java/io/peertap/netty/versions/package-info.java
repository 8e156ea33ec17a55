/**
 * Class loaders that run a scenario on any Netty of {@code target/netty}, relocated ones included.
 * Nothing of the test class path but the scenarios is visible in them.
 */
package io.peertap.netty.versions;
