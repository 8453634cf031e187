package org.innsyn.audit.transparency;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.innsyn.platform.crypto.NoteVerifierKey;

/**
 * A witness over HTTP. It is asked with a limit on time and on how much of its answer is read.
 *
 * @see <a href="https://c2sp.org/tlog-witness">C2SP tlog-witness</a>
 */
final class Witness {

    /** What became of a request. */
    sealed interface Answer {

        /** @param line the witness's signature line, which was checked */
        record Cosigned(String line) implements Answer {}

        /** @param size the one the witness cosigned last */
        record OtherSize(long size) implements Answer {}

        /** The witness does not sign this: it does not know the log or its key, or it has seen another story. */
        record Refused(int status) implements Answer {}

        /** No answer, or one that means nothing. */
        record Silent(String why) implements Answer {}
    }

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LARGEST_ANSWER = 64 << 10;
    private static final int MOST_DIGITS = 18;

    private final NoteVerifierKey key;
    private final URI submission;
    private final HttpClient http;

    /** @param prefix the witness's submission prefix */
    Witness(NoteVerifierKey key, URI prefix, HttpClient http) {
        if (!key.cosigns()) {
            throw new IllegalArgumentException("the key of witness " + key.name() + " does not cosign; a witness's key has the type of C2SP tlog-cosignature");
        }
        this.key = key;
        this.submission = URI.create(prefix + (prefix.toString().endsWith("/") ? "" : "/") + "add-checkpoint");
        this.http = http;
    }

    NoteVerifierKey key() {
        return key;
    }

    /** @param proof from {@code oldSize} to the note's size (RFC 6962 section 2.1.2) */
    Answer add(long oldSize, List<byte[]> proof, String note) throws InterruptedException {
        var body = new StringBuilder("old ").append(oldSize).append('\n');
        proof.forEach(hash -> body.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        body.append('\n').append(note);
        var request = HttpRequest.newBuilder(submission).timeout(PATIENCE).POST(BodyPublishers.ofString(body.toString())).build();
        try {
            return read(http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_ANSWER)), note);
        } catch (IOException e) {
            return new Answer.Silent(e.getClass().getSimpleName());
        }
    }

    private Answer read(HttpResponse<String> answer, String note) {
        var body = answer.body();
        return switch (answer.statusCode()) {
            case 200 -> key.cosignatureIn(body, note.substring(0, note.indexOf("\n\n") + 1)).<Answer>map(Answer.Cosigned::new)
                    .orElseGet(() -> new Answer.Silent("a cosignature that is not its own, or wrong"));
            case 409 -> body.matches("[0-9]{1," + MOST_DIGITS + "}\n") ? new Answer.OtherSize(Long.parseLong(body.strip())) : new Answer.Silent("a size that is none");
            case 400, 403, 404, 422 -> new Answer.Refused(answer.statusCode());
            default -> new Answer.Silent("status " + answer.statusCode());
        };
    }
}
