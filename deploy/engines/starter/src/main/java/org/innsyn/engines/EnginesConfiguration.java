package org.innsyn.engines;

import java.nio.file.Path;

/**
 * Where the engines live and listen.
 *
 * @param home folder that keeps data and logs, one subfolder per engine
 * @param checkout the root of the build, below which the engines' libraries were collected
 * @param postgresBinaries folder into which PostgreSQL is unpacked once; it may be shared
 * @param ports listeners on 127.0.0.1
 */
public record EnginesConfiguration(Path home, Path checkout, Path postgresBinaries, EnginePorts ports) {

    /** Makes every path absolute: engines run in folders of their own. */
    public EnginesConfiguration {
        home = home.toAbsolutePath().normalize();
        checkout = checkout.toAbsolutePath().normalize();
        postgresBinaries = postgresBinaries.toAbsolutePath().normalize();
    }

    /** Everything below one home folder, PostgreSQL's binaries too. */
    public static EnginesConfiguration of(Path home, Path checkout, EnginePorts ports) {
        return new EnginesConfiguration(home, checkout, home.resolve("postgresql").resolve("binaries"), ports);
    }
}
