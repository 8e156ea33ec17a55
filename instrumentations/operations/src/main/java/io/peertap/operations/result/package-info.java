/**
 * The end of what has a result that comes later: the operation lasts until the result is there. The
 * result is listened to, or asked; it is never replaced or wrapped. A listener keeps these classes
 * until the future that it sits on is done, also after the agent has left.
 */
package io.peertap.operations.result;
