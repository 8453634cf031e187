package org.innsyn.verifier.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.copy.CopyCheck;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.StrictBase64;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.note.VerifierKey;
import org.innsyn.verifier.note.WitnessKey;
import org.innsyn.verifier.note.Witnesses;

/**
 * What the command was asked.
 *
 * @param files what to check
 * @param trust the keys of logs and reports that were named, and the witnesses
 * @param copyKeys the keys for copies that were named
 * @param log the log to check, a URL or a folder
 * @param since files with earlier checkpoints of it
 * @param leaf what a bare proof is about
 * @param json whether programs will read the answer
 * @param help whether only the usage was asked for
 */
record Arguments(
        List<String> files, Trust trust, List<VerifierKey> copyKeys, Optional<String> log, List<String> since, Optional<byte[]> leaf, boolean json, boolean help) {

    static final String USAGE = """
            Usage: java -jar innsyn-verifier.jar [OPTIONS] FILE...

            Checks what Innsyn proves without trusting the one who made it. Files are checked without a network.
              *.innsyn-proof.json   one entry of an access log
              *.jsonl               all entries of an access log, and that none is missing in between
              completeness.json     how many entries an access log has; the two above and below are held against it
              *.zip, or a folder    a copy, or what was unpacked from one: its signature, its files, its proofs and how many there must be
              receipt-*.txt         what was done for a request: its signature
              *.zip                 an audit report: every leaf of the log in its period, every row and figure, its files and its signature
              *.tlog-proof          a bare proof, with --leaf
              checkpoint            what a log signed: two of one size must be the same; with --log, the log must have grown from it

              --key KEY             the log's key as you got it elsewhere: name+id+base64. May be repeated. Without it the key
                                    in the file is used, which shows only that the file agrees with itself. A key whose name ends
                                    in /copies is for the signatures of copies: with one, a copy it did not sign is bad
              --witness KEY         a witness's key as you got it elsewhere. May be repeated. Says who of them signed the checkpoint, and when
              --quorum N            how many of the witnesses must have signed it; all of them when this is left out
              --leaf BASE64         what a bare proof is about
              --log URL|FOLDER      check a whole log: build it anew from its entries and compare every tile. It must have grown
                                    from the checkpoints of all files that are named, too
              --since FILE          with --log: an earlier checkpoint. May be repeated
              --json                one JSON object, for programs
              --help                this

            Exit codes: 0 good, 1 bad (it says what and where), 2 there was nothing that could be checked (it says why).
            """;

    static Arguments parse(String... words) {
        var parsing = new Parsing(new ArrayDeque<>(List.of(words)));
        Arguments arguments = parsing.arguments();
        if (!arguments.help && arguments.files.isEmpty() && arguments.log.isEmpty()) {
            throw new Unusable("Name a file to check, or a log with --log. --help tells the rest.");
        }
        if (!arguments.since.isEmpty() && arguments.log.isEmpty()) {
            throw new Unusable("--since needs --log: the log that is to have grown.");
        }
        return arguments;
    }

    /** Takes the words one after the other. */
    private static final class Parsing {

        private final Deque<String> words;
        private final List<String> files = new ArrayList<>();
        private final List<VerifierKey> keys = new ArrayList<>();
        private Optional<String> log = Optional.empty();
        private final List<String> since = new ArrayList<>();
        private final List<WitnessKey> witnesses = new ArrayList<>();
        private Optional<Integer> quorum = Optional.empty();
        private Optional<byte[]> leaf = Optional.empty();
        private boolean json;
        private boolean help;

        Parsing(Deque<String> words) {
            this.words = words;
        }

        Arguments arguments() {
            while (!words.isEmpty()) {
                String word = words.pop();
                switch (word) {
                    case "--key" -> keys.add(key(value(word)));
                    case "--log" -> log = Optional.of(value(word));
                    case "--since" -> since.add(value(word));
                    case "--witness" -> witnesses.add(witness(value(word)));
                    case "--quorum" -> quorum = Optional.of(quorum(value(word)));
                    case "--leaf" -> leaf = Optional.of(leaf(value(word)));
                    case "--json" -> json = true;
                    case "--help", "-h" -> help = true;
                    default -> file(word);
                }
            }
            var copyKeys = keys.stream().filter(CopyCheck::isCopyKey).toList();
            var others = keys.stream().filter(key -> !CopyCheck.isCopyKey(key)).toList();
            return new Arguments(List.copyOf(files), new Trust(others, witnesses()), copyKeys, log, List.copyOf(since), leaf, json, help);
        }

        private void file(String word) {
            if (word.startsWith("--")) {
                throw new Unusable("There is no option " + word + ". --help lists them.");
            }
            files.add(word);
        }

        private String value(String option) {
            if (words.isEmpty()) {
                throw new Unusable(option + " needs a value. --help tells which.");
            }
            return words.pop();
        }

        private static VerifierKey key(String text) {
            try {
                return VerifierKey.parse(text.strip());
            } catch (Malformed broken) {
                throw new Unusable("--key cannot be used: " + broken.getMessage() + ". Copy it whole, as name+id+base64.");
            }
        }

        private Witnesses witnesses() {
            try {
                return new Witnesses(witnesses, quorum.orElse(witnesses.size()));
            } catch (IllegalArgumentException tooFew) {
                throw new Unusable("--quorum asks for more witnesses than --witness names.");
            }
        }

        private static WitnessKey witness(String text) {
            try {
                return WitnessKey.parse(text.strip());
            } catch (Malformed broken) {
                throw new Unusable("--witness cannot be used: " + broken.getMessage() + ". Copy it whole, as name+id+base64.");
            }
        }

        private static int quorum(String text) {
            if (!text.matches("[0-9]{1,3}")) {
                throw new Unusable("--quorum needs a number of witnesses.");
            }
            return Integer.parseInt(text);
        }

        private static byte[] leaf(String text) {
            try {
                return StrictBase64.decode("the leaf", text);
            } catch (Malformed broken) {
                throw new Unusable("--leaf cannot be used: " + broken.getMessage() + ".");
            }
        }
    }
}
