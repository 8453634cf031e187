package org.innsyn.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParentDeathTest {

    @TempDir
    Path home;

    @Test
    void an_engine_ends_when_its_parent_is_killed_and_starts_again_over_the_same_data() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp", System.getProperty("java.class.path"),
                        Parent.class.getName(), home.toString(), System.getProperty("innsyn.root"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long engine;
        try (var said = parent.inputReader()) {
            engine = Long.parseLong(said.readLine());
            assertThat(ProcessHandle.of(engine)).isPresent();
            parent.destroyForcibly().waitFor();
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> ended(engine));
        PostgresEngine again = Parent.postgres(home.toString(), System.getProperty("innsyn.root"));
        again.start();
        assertThat(again.isAlive()).isTrue();
        again.stop();
    }

    /** A zombie waiting for its reaper has no command line. */
    private static boolean ended(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().commandLine()).isEmpty();
    }

    /** The program that is killed. */
    static final class Parent {

        public static void main(String[] arguments) throws InterruptedException {
            PostgresEngine postgres = postgres(arguments[0], arguments[1]);
            postgres.start();
            System.out.println(postgres.pid().orElseThrow());
            Thread.currentThread().join();
        }

        static PostgresEngine postgres(String home, String checkout) {
            Path binaries = Path.of("target/postgresql");
            return new Engines(new EnginesConfiguration(Path.of(home), Path.of(checkout), binaries, EnginePorts.free()))
                    .postgres();
        }
    }
}
