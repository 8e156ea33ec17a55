package io.peertap.config;

/**
 * An option's value in force, for people: a secret's text is masked.
 *
 * @param origin where the value comes from: agent argument, system property, environment, a file or
 *     default
 */
public record Setting(String key, String value, String origin) {}
