package org.innsyn.platform.vault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import org.innsyn.engines.TestDatabase;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.RandomSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A second process with the same database and key folder, which is asked to open sealed values. */
final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final PrintWriter questions;
    private final BufferedReader answers;

    OtherProcess(TestDatabase database, Path folder) throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), OtherProcess.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        questions = new PrintWriter(process.outputWriter(), true);
        answers = process.inputReader();
        questions.println(database.url());
        questions.println(database.user());
        questions.println(database.password());
    }

    /** "opened", "no key" or the exception's name. */
    String asked(UUID key, UUID record, byte[] sealed) throws IOException {
        questions.println(key + " " + record + " " + Base64.getEncoder().encodeToString(sealed));
        return answers.readLine();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] folder) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in));
        var jdbc = new JdbcTemplate(new DriverManagerDataSource(in.readLine(), in.readLine(), in.readLine()));
        var random = RandomSource.secure();
        var keys = new VaultKeys(jdbc, new StoredEpochKeys(new KeyFolder(Path.of(folder[0]), random)), random, Clock.systemUTC());
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(open(keys, line.split(" ")));
        }
    }

    private static String open(VaultKeys keys, String... question) {
        try {
            return keys.byId(UUID.fromString(question[0])).map(key -> {
                key.open(UUID.fromString(question[1]), "note", 1, Base64.getDecoder().decode(question[2]));
                return "opened";
            }).orElse("no key");
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }
}
