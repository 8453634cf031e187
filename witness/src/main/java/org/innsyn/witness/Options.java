package org.innsyn.witness;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.note.VerifierKey;

/**
 * What the program was told.
 *
 * @param folder where key and memory are
 * @param logs keys of the logs it cosigns for
 * @param address to listen at
 * @param port 0 for any that is free
 * @param name for a new key
 */
record Options(Path folder, List<VerifierKey> logs, String address, int port, String name) {

    static final String USAGE = """
            Usage: ./innsyn witness --dir DIR --log KEY [--port N] [--address ADDRESS] [--name NAME]

            Cosigns the checkpoints of a log as long as it only grows (C2SP tlog-witness). Run it somewhere the log's operator has no say.

              --dir DIR           where its key and what it signed are kept; made, with a new key, when it is not there
              --log KEY           the log's key as /log/key shows it: name+id+base64. May be repeated: for other logs, and for
                                  the second key of a log that changes it
              --port N            where to listen; any free port when this is left out
              --address ADDRESS   127.0.0.1 when this is left out
              --name NAME         what a new key is called: a URL without its scheme; innsyn.example/witness when this is left out

            Prints its own key, which readers name with ./innsyn verify --witness, and the setting for the log.
            Exit codes: 1 it cannot run (it says why), 2 it was asked wrongly.
            """;

    /** @throws IllegalArgumentException with a sentence for the user */
    static Options parse(String... words) {
        Deque<String> rest = new ArrayDeque<>(List.of(words));
        Path folder = null;
        var logs = new ArrayList<VerifierKey>();
        String address = "127.0.0.1";
        String name = "innsyn.example/witness";
        int port = 0;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(option + " needs a value, or is no option.");
            }
            String value = rest.pop();
            switch (option) {
                case "--dir" -> folder = Path.of(value);
                case "--log" -> logs.add(key(value));
                case "--port" -> port = port(value);
                case "--address" -> address = value;
                case "--name" -> name = value;
                default -> throw new IllegalArgumentException("There is no option " + option + ".");
            }
        }
        if (folder == null || logs.isEmpty()) {
            throw new IllegalArgumentException("A witness needs --dir and --log.");
        }
        return new Options(folder, List.copyOf(logs), address, port, name);
    }

    private static VerifierKey key(String text) {
        try {
            return VerifierKey.parse(text.strip());
        } catch (Malformed broken) {
            throw new IllegalArgumentException("--log cannot be used: " + broken.getMessage() + ". Copy it whole, as name+id+base64.", broken);
        }
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("--port needs a number up to 65535.");
        }
        return Integer.parseInt(text);
    }
}
