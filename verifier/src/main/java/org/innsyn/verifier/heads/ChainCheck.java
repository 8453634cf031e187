package org.innsyn.verifier.heads;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.entry.ProvenEntry;
import org.innsyn.verifier.note.Trust;

/**
 * Holds a person's entries, one after the other, against the statements of how many there are. The first entry of all names the ledger's
 * slot; once it has ended with its time, that a ledger has no second slot cannot be seen from what is left.
 */
public final class ChainCheck implements Consumer<ProvenEntry> {

    private final Statements all;
    private final Trust trust;
    private List<ProvenStatement> statements = List.of();
    private final long ended;
    private long last;

    ChainCheck(Statements all, Trust trust, long ended) {
        this.all = all;
        this.trust = trust;
        this.ended = ended;
        this.last = ended;
    }

    /**
     * Takes the next entry.
     *
     * @throws Rejected when a statement says otherwise of it
     */
    @Override
    public void accept(ProvenEntry entry) {
        if (last++ == ended) {
            statements = ledger(entry).map(all::of).orElse(List.of());
            if (ended == 0) {
                statements.forEach(each -> first(each, entry));
            }
        }
        for (ProvenStatement each : statements) {
            if (!trust.isOneLog(each.signed(), entry.signed())) {
                throw new Rejected("completeness, key", "The statement is signed with another key than the entries, and nothing links the two.");
            }
            if (each.statement().number() == last && !each.statement().newest().equals(entry.leafData())) {
                throw new Rejected("completeness, newest", "The statement's newest entry is another one than this.");
            }
        }
    }

    private static void first(ProvenStatement proven, ProvenEntry entry) {
        long slot = entry.entry().opened("slot").filter(value -> value.length == Long.BYTES).map(value -> ByteBuffer.wrap(value).getLong()).orElseThrow(
                () -> new Rejected("completeness, slot", "The first entry does not show its ledger's slot, so it may have several."));
        if (slot != proven.statement().slot()) {
            throw new Rejected("completeness, slot", "The first entry names slot %d and the statement slot %d: the ledger has two, and each can tell another story."
                    .formatted(slot, proven.statement().slot()));
        }
    }

    private static Optional<UUID> ledger(ProvenEntry entry) {
        return entry.entry().opened("ledger").filter(value -> value.length == 2 * Long.BYTES).map(ByteBuffer::wrap).map(value -> new UUID(value.getLong(), value.getLong()));
    }

    /** What the statement that counts most says of them, once all were taken; empty when there is none about their ledger. */
    public Optional<Coverage> coverage() {
        return statements.stream()
                .max(Comparator.comparingLong(each -> each.statement().number()))
                .map(each -> new Coverage(each, each.statement().number() - last));
    }
}
