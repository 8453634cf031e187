package org.innsyn.verifier.entry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.note.Trust;

/** Reads {@code access-log-proofs.jsonl}: a chain of proofs, one a line. Memory does not grow with the file. */
public final class ProofLines {

    private final ProofChain chain;
    private final Consumer<ProvenEntry> witness;
    private ProvenEntry newest;

    /**
     * Checks with these keys.
     *
     * @param ended how many entries come before the first line, 0 when it is the log's first
     * @param witness is shown each proof that is good, and may reject it
     */
    public ProofLines(Trust trust, long ended, Consumer<ProvenEntry> witness) {
        this.chain = new ProofChain(trust, ended);
        this.witness = witness;
    }

    /**
     * @param content the file; not closed here
     * @return how many proofs there are, all of them good
     * @throws Rejected when a line is no proof, or does not follow the one before
     */
    public long read(InputStream content) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()));
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                newest = add(line);
            }
        } catch (CharacterCodingException notUtf8) {
            throw new Rejected(here(), "The line is not UTF-8 text.");
        }
        return chain.length();
    }

    private ProvenEntry add(String line) {
        String here = here();
        try {
            ProvenEntry next = chain.add(line);
            witness.accept(next);
            return next;
        } catch (Rejected bad) {
            throw bad.within(here);
        } catch (Unusable broken) {
            throw new Rejected(here, broken.getMessage());
        }
    }

    private String here() {
        return "line " + (chain.length() + 1);
    }

    /** The last proof read, if there was one. */
    public Optional<ProvenEntry> newest() {
        return Optional.ofNullable(newest);
    }
}
