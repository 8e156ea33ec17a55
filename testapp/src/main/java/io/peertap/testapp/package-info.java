/**
 * A threshold-signing network on loopback that also gossips, chats, loses a member and dials in
 * vain. It measures nothing but keeps books on what it does, so that an observer can be checked
 * against them; it is for tests, not for real keys.
 */
package io.peertap.testapp;
