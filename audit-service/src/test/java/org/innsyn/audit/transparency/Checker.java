package org.innsyn.audit.transparency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program people are given, run as they run it: another process, written from the published format alone. */
public final class Checker {

    private Checker() {}

    /** Its exit code: 0 good, 1 bad, 2 nothing that could be checked. */
    public static int run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                Path.of(System.getProperty("innsyn.root"), "verifier", "target", "classes").toString(), "org.innsyn.verifier.cli.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
