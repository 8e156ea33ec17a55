package io.peertap.api.rule;

/**
 * One setting of a rule as somebody wrote it.
 *
 * @param origin where: {@code rules.properties:7}, {@code agent argument}
 * @param key {@code operations.signing.methods}
 * @param value what stands behind the key
 */
public record RuleLine(String origin, String key, String value) {}
