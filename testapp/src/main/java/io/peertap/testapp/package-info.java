/**
 * A small peer-to-peer network on loopback that gossips, chats, loses a member and dials in vain.
 * It measures nothing but keeps books on what it hands to its transport, so that an observer can be
 * checked against them.
 */
package io.peertap.testapp;
