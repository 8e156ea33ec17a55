package io.peertap.operations.tap;

import io.peertap.api.Measure;
import io.peertap.operations.expression.Expression;

/**
 * A number that a rule takes from a call.
 *
 * @param measure what it measures; null for the amount that the call is about
 * @param expression where it is
 */
public record Measured(Measure measure, Expression expression) {}
