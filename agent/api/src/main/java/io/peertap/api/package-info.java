/**
 * What can happen in a peer-to-peer application, and how to hook it. Instrumentations see nothing
 * else of the agent: they tell the handles of this package what happened, in JDK types.
 */
package io.peertap.api;
