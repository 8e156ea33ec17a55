/**
 * How rules instead of names choose what to hook: views of the application's classes, and what runs
 * at the methods that a rule chose. JDK types only, as everything in this module.
 */
package io.peertap.api.rule;
