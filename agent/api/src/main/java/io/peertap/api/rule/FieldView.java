package io.peertap.api.rule;

/**
 * A field as its class file declares it.
 *
 * @param name its name
 * @param type the binary name of its type
 * @param access its access flags, as the class file has them
 */
public record FieldView(String name, String type, int access) {}
