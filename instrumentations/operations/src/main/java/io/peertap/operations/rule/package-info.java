/** Rules: how they are written, checked, and what they choose. */
package io.peertap.operations.rule;
