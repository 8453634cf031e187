package org.innsyn.dsr.export;

import java.io.IOException;
import org.innsyn.dsr.request.LedgerPosition;
import org.innsyn.schemas.accesslog.AccessEntry;
import org.innsyn.schemas.ledger.LedgersApi;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Reads a person's access log up to a fixed head, and counts: entries 1 to n, each once, or an error. */
final class AccessLogReader {

    private final LedgersApi ledgers;

    AccessLogReader(LedgersApi ledgers) {
        this.ledgers = ledgers;
    }

    /** @throws CopyIncomplete when the log does not hand out exactly the entries it had */
    void read(LedgerPosition position, EntryReader reader) throws IOException {
        long after = 0;
        while (after < position.head()) {
            var page = page(position, after);
            for (var entry : page) {
                if (entry.number() != after + 1) {
                    throw new CopyIncomplete("The access log gave entry %d where entry %d was due. No copy was made.".formatted(entry.number(), after + 1));
                }
                reader.entry(entry);
                after = entry.number();
            }
            if (page.isEmpty()) {
                throw new CopyIncomplete("The access log ended at entry %d of %d. No copy was made.".formatted(after, position.head()));
            }
        }
    }

    private java.util.List<AccessEntry> page(LedgerPosition position, long after) {
        try {
            return ledgers.entries(position.ledger(), after, position.head(), LedgersApi.MAX_SIZE);
        } catch (RestClientResponseException e) {
            throw new CopyIncomplete(e.getStatusCode().value() == 409
                    ? "The search index does not hold the whole access log yet. No copy was made; it is tried again."
                    : "The access log answered with status %d. No copy was made.".formatted(e.getStatusCode().value()));
        } catch (RestClientException e) {
            throw new CopyIncomplete("The audit service did not answer. No copy was made; it is tried again.");
        }
    }

    @FunctionalInterface
    interface EntryReader {
        void entry(AccessEntry entry) throws IOException;
    }
}
