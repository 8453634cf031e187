package org.innsyn.audit.transparency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.crypto.RandomSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A second process with the same database, which is asked to sign. */
final class OtherSigner implements AutoCloseable {

    private static final String ROTATE = "rotate";

    private final Process process;
    private final PrintWriter questions;
    private final BufferedReader answers;

    OtherSigner(LogHouse log, Path folder) throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx96m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), OtherSigner.class.getName(), folder.toString(), log.clock().instant().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        questions = new PrintWriter(process.outputWriter(), true);
        answers = process.inputReader();
        questions.println(log.database().url());
        questions.println(log.database().user());
        questions.println(log.database().password());
    }

    /** The note, or the exception's name. */
    String signed(String text) throws IOException {
        return asked(encode(text));
    }

    void rotate() throws IOException {
        asked(ROTATE);
    }

    private String asked(String question) throws IOException {
        questions.println(question);
        return decode(answers.readLine());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String... told) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in));
        var source = LogHouse.source(in.readLine(), in.readLine(), in.readLine());
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        var keys = new LogKeys(new JdbcTemplate(source), transaction, new KeyFolder(Path.of(told[0]), RandomSource.secure()), new LogOrigins.Origin(1, LogHouse.ORIGIN, null, 0),
                Clock.fixed(Instant.parse(told[1]), ZoneOffset.UTC));
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(encode(answer(keys, line)));
        }
    }

    private static String answer(LogKeys keys, String line) {
        try {
            return line.equals(ROTATE) ? String.valueOf(keys.rotate(Duration.ofDays(1)).size()) : keys.sign(decode(line));
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
