package org.innsyn.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.innsyn.bench.house.Workplace;
import org.innsyn.bench.measure.Progress;

/** Where benchmarks run in tests: over this JVM's class path, below target. */
public final class BenchPlace {

    /** So little that only the harness is tested. */
    public static final Sizes TOY = new Sizes(2, 50, 40, 10, 2, 600, 1, 1);

    private BenchPlace() {}

    public static Workplace open() {
        var checkout = Path.of(System.getProperty("innsyn.root", "../.."));
        return new Workplace(checkout, Path.of("target"), module -> classPath(checkout, module), Optional.empty(), new Progress(System.out));
    }

    /** This JVM's, without what silences the benchmarks' own libraries: a service has its own logging. Peers have libraries of their own. */
    private static String classPath(Path checkout, String module) {
        if (module.equals("deploy/bench-peers") || module.equals("deploy/bench-requests")) {
            return checkout.resolve(module).resolve("target/classes") + ":" + checkout.resolve(module).resolve("target/lib") + "/*";
        }
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(":"))
                .filter(entry -> !entry.contains("slf4j-nop"))
                .collect(Collectors.joining(":"));
    }
}
