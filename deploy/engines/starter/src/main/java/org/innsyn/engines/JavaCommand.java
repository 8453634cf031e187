package org.innsyn.engines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of an engine that is a Java program, run by the JDK that runs us. */
final class JavaCommand {

    private JavaCommand() {}

    /**
     * @param module the engine's build folder; its libraries are in {@code target/lib}
     * @param jvmOptions heap and the like
     * @param program main class and arguments
     * @throws IllegalStateException when the engine has not been built
     */
    static List<String> of(Path module, List<String> jvmOptions, List<String> program) {
        Path libraries = module.resolve("target").resolve("lib");
        if (Files.notExists(libraries)) {
            throw new IllegalStateException("The engine's libraries are not in " + libraries
                    + ". Build them first: mvn -q process-classes -pl " + module.getFileName() + " in deploy/engines.");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-cp", module.resolve("target").resolve("classes") + ":" + libraries + "/*"));
        command.addAll(program);
        return command;
    }
}
