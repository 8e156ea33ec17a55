package io.peertap.api.rule;

/**
 * A method that a rule chose.
 *
 * @param method which
 * @param rule the rule's name for people, {@code operations.signing}
 * @param tap what runs there; the same object as long as the rule is the same
 */
public record Choice(MethodView method, String rule, RuleTap tap) {}
