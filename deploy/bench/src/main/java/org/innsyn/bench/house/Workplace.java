package org.innsyn.bench.house;

import java.nio.file.Path;
import java.util.Optional;
import org.innsyn.bench.measure.Progress;

/**
 * Where a measurement finds things and leaves things.
 *
 * @param checkout the root of the build
 * @param scratch below which everything is written, on the disk that is to be measured
 * @param classPaths of what is measured
 * @param profiles where flight recordings of what is measured go, when they are wanted
 * @param progress who is told what goes on
 */
public record Workplace(Path checkout, Path scratch, ClassPaths classPaths, Optional<Path> profiles, Progress progress) {}
