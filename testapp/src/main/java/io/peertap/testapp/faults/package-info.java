/**
 * What may go wrong on request, and when. All nodes of a network are given the same plan, so each
 * knows without asking when it is to misbehave.
 */
package io.peertap.testapp.faults;
