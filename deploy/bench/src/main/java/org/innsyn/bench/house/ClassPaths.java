package org.innsyn.bench.house;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a module's classes and libraries are found: beside its build, or in this JVM's own class path in tests. */
public interface ClassPaths {

    /** The class path of {@code module}, a folder of the checkout. */
    String of(String module);

    /** Modules as {@code ./innsyn} builds them: a jar, and the libraries beside it. */
    static ClassPaths built(Path checkout) {
        return module -> {
            var target = checkout.resolve(module).resolve("target");
            // The checker has no libraries.
            if (Files.notExists(target.resolve("lib")) && !module.equals("verifier")) {
                throw new IllegalStateException(module + " is not built. ./innsyn bench builds it.");
            }
            return target + "/*:" + target + "/lib/*";
        };
    }
}
