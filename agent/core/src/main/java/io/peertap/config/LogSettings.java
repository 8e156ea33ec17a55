package io.peertap.config;

import java.nio.file.Path;

/**
 * Where the agent's own lines go.
 *
 * @param file null for stderr
 */
public record LogSettings(Path file, LogLevel level) {}
