package io.peertap.api.rule;

import java.util.List;

/**
 * What one rule is and has chosen.
 *
 * @param rule its name, {@code operations.signing}
 * @param origin where it was written: a file and line, an option's source, or {@code convention}
 * @param patterns its patterns, as written
 * @param measures what it measures and how it maps results, in words
 * @param methods what it chose: class, {@code #} and method
 */
public record RuleReport(
    String rule, String origin, List<String> patterns, String measures, List<String> methods) {}
