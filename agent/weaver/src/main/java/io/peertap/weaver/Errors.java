package io.peertap.weaver;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What all hooks share about errors.
 *
 * @param limit errors of one hook within a minute that switch it off
 * @param total what all hooks threw so far, those too that are gone
 * @param listener hears of hooks that are switched off
 */
record Errors(int limit, AtomicLong total, WeaverListener listener) {}
