/**
 * Plain Netty applications under the agent, and their numbers against truth that was counted
 * without it. Every Netty that is supported, and relocated copies, run the same tests.
 */
package io.peertap.netty;
