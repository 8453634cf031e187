package org.innsyn.verifier.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Starts the command. Exit codes: 0 good, 1 bad, 2 nothing that could be checked. */
public final class Main {

    private Main() {}

    /** Prints UTF-8 and English numbers whatever the machine is set to. */
    public static void main(String... words) {
        Locale.setDefault(Locale.ENGLISH);
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exitCode = new Verify(out, err).run(words);
        out.flush();
        System.exit(exitCode);
    }
}
