/**
 * Where a node does its work, besides listening. It knows whether any is left, so that a node can
 * finish before it goes.
 */
package io.peertap.testapp.work;
