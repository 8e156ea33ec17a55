/**
 * Alert rules over snapshots: declared once, printed as Prometheus' rules and evaluated here by the
 * same semantics, with windows over samples of our own. It knows the vocabulary and nothing else.
 */
package io.peertap.alert;
