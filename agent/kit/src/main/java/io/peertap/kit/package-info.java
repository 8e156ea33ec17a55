/**
 * What stands around the agent: dashboards, rules, deployment files. All of it is declared on the
 * vocabulary's own constants and written by one command; none of it is loaded by an application.
 */
package io.peertap.kit;
