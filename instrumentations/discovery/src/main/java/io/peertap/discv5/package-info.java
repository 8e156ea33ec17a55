/** Consensys discovery: the nodes that discv5 finds, asks and pings. */
package io.peertap.discv5;
