package org.innsyn.drill;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.measure.Progress;

/** Where drills run in tests: over this JVM's class path, below target. */
public final class DrillPlace {

    private DrillPlace() {}

    public static Workplace open() {
        return new Workplace(Path.of(System.getProperty("innsyn.root", "../..")), Path.of("target"), module -> classPath(), Optional.empty(), new Progress(System.out));
    }

    /** This JVM's, without what silences the drill's own libraries: a service has its own logging. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(":"))
                .filter(entry -> !entry.contains("slf4j-nop"))
                .collect(Collectors.joining(":"));
    }
}
