package io.peertap.benchmarks.cost;

import java.nio.file.Path;

/**
 * What is measured, with what, and how long.
 *
 * @param agent the jar that was built
 * @param competitors a folder with the jars of other agents
 * @param directory for files of the run
 * @param form how long
 */
public record Setup(Path agent, Path competitors, Path directory, Form form) {}
