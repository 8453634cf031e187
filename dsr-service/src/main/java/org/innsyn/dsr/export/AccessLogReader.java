package org.innsyn.dsr.export;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.innsyn.dsr.request.LedgerPosition;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.ledger.LedgersApi;
import org.innsyn.schemas.proof.CompletenessStatement;
import org.innsyn.schemas.proof.EntryProof;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Reads a person's access log up to a fixed head, and counts: every entry up to n whose time is not over, each once, or an error. */
final class AccessLogReader {

    private final LedgersApi ledgers;

    AccessLogReader(LedgersApi ledgers) {
        this.ledgers = ledgers;
    }

    /** How many entries, from the first on, have ended with their time. */
    long ended(LedgerPosition position) {
        return position.head() == 0 ? 0 : Math.min(position.head(), ask(() -> ledgers.head(position.ledger())).expired());
    }

    /**
     * @param ended how many have ended, and are not read
     * @throws CopyIncomplete when the log does not hand out exactly the entries after them, up to where it was
     */
    void read(LedgerPosition position, long ended, EntryReader reader) throws IOException {
        try (var pages = new Ahead<>(after -> page(position, after), ended, LedgersApi.MAX_SIZE, position.head())) {
            for (long after = ended; pages.hasNext(); ) {
                for (var entry : pages.next()) {
                    after++;
                    if (entry.number() != after) {
                        throw new CopyIncomplete("The access log gave entry %d where entry %d was due. No copy was made.".formatted(entry.number(), after));
                    }
                    reader.entry(entry);
                }
                if (pages.hasNext() ? (after - ended) % LedgersApi.MAX_SIZE != 0 : after != position.head()) {
                    throw new CopyIncomplete("The access log ended at entry %d of %d. No copy was made.".formatted(after, position.head()));
                }
            }
        }
    }

    /**
     * Reads the proofs of the same entries; one whose details were destroyed has none any more.
     *
     * @throws CopyIncomplete while no signed checkpoint covers them all
     */
    void proofs(LedgerPosition position, long ended, ProofReader reader) throws IOException {
        try (var parts = new Ahead<>(after -> ask(() -> ledgers.proofs(position.ledger(), after, position.head(), LedgersApi.MAX_SIZE)), ended,
                LedgersApi.MAX_SIZE, position.head())) {
            while (parts.hasNext()) {
                for (var proof : parts.next()) {
                    reader.proof(proof);
                }
            }
        }
    }

    /**
     * How many entries the log had a little later, for the person to check.
     *
     * @throws CopyIncomplete while no published tree of heads covers them all
     */
    CompletenessStatement completeness(LedgerPosition position) {
        return ask(() -> ledgers.completeness(position.ledger(), position.head()));
    }

    private List<AccessEntry> page(LedgerPosition position, long after) {
        return ask(() -> ledgers.entries(position.ledger(), after, position.head(), LedgersApi.MAX_SIZE));
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (RestClientResponseException e) {
            throw new CopyIncomplete(e.getStatusCode().value() == 409
                    ? "The access log is not complete in the index or in the signed log yet. No copy was made; it is tried again."
                    : "The access log answered with status %d. No copy was made.".formatted(e.getStatusCode().value()));
        } catch (RestClientException e) {
            throw new CopyIncomplete("The audit service did not answer. No copy was made; it is tried again.");
        }
    }

    @FunctionalInterface
    interface ProofReader {
        void proof(EntryProof proof) throws IOException;
    }

    @FunctionalInterface
    interface EntryReader {
        void entry(AccessEntry entry) throws IOException;
    }
}
