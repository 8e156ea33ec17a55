package io.peertap.operations.expression;

import java.util.function.Consumer;

/**
 * What expressions of a rule may do, and whom they tell what cannot be reached.
 *
 * @param getters whether they may call methods without parameters
 * @param problems takes a line when a field turns out to be closed
 */
public record Access(boolean getters, Consumer<String> problems) {}
