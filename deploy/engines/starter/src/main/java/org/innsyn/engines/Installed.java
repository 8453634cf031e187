package org.innsyn.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Servers that the system's package manager installs: where their programs are, and how they run as nobody in particular. */
final class Installed {

    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin");

    private Installed() {}

    /** The program's place; empty when it is not installed. */
    static Optional<Path> find(String program) {
        return FOLDERS.stream().map(folder -> Path.of(folder, program)).filter(Files::isExecutable).findFirst();
    }

    static String program(String server, String program, String debianPackage, Path log) {
        return find(program).map(Path::toString).orElseThrow(() -> new EngineStartFailed(
                server, "it is not installed (Debian: apt-get install " + debianPackage + ")", log, null));
    }

    /**
     * Servers of this kind refuse to work as root, or would look for users to become. In a user namespace of its own the process owns the
     * same files, has one identity and cannot take another.
     */
    static List<String> unprivileged(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        return Stream.concat(Stream.of("unshare", "--user", "--map-user=65534", "--map-group=65534"), command.stream()).toList();
    }

    /** The user it then runs as. */
    static String user() {
        return isRoot() ? "nobody" : System.getProperty("user.name");
    }

    /** That user's group. */
    static String group() {
        return isRoot() ? "nogroup" : output(List.of("id", "-gn"));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String output(List<String> command) {
        try {
            var process = new ProcessBuilder(command).start();
            return new String(process.getInputStream().readAllBytes()).strip();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Runs a program that makes something ready; what it says goes to the log. */
    static void run(List<String> command, Path log) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException(Path.of(command.getFirst()).getFileName() + " ended with code " + code);
        }
    }
}
