package org.innsyn.engines;

import java.nio.file.Path;

/**
 * An engine ended though nobody asked it to.
 *
 * @param engine its name, as people read it
 * @param exitCode of the process; above 128 it is a signal number plus 128
 * @param log the file that says why
 */
public record EngineExit(String engine, int exitCode, Path log) {}
