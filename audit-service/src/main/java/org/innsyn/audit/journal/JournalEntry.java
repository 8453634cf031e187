package org.innsyn.audit.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a line of the journal says. No personal data: random ids, keyed hashes, sizes and roots. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEntry.Begun.class, name = "begun"),
    @JsonSubTypes.Type(value = JournalEntry.OriginOpened.class, name = "origin-opened"),
    @JsonSubTypes.Type(value = JournalEntry.CheckpointSigned.class, name = "checkpoint-signed"),
    @JsonSubTypes.Type(value = JournalEntry.Erased.class, name = "erased")
})
public sealed interface JournalEntry {

    /** The first line of a book. @param journal tells one store's journal from another's */
    record Begun(UUID journal, Instant at) implements JournalEntry {}

    /**
     * The log goes by this name from here on.
     *
     * @param generation from 1
     * @param firstLeaf names the predecessor; null for the first origin
     * @param carried how many of the predecessor's leaves follow the first one
     */
    record OriginOpened(int generation, String origin, byte @Nullable [] firstLeaf, long carried, Instant at) implements JournalEntry {}

    /**
     * A checkpoint that may have been published: written before it is.
     *
     * @param note as it was signed
     * @param verifierKey of the log's key
     */
    record CheckpointSigned(int generation, long size, byte[] root, String note, String verifierKey) implements JournalEntry {}

    /**
     * A ledger was shredded and read back as gone: written before anybody is told.
     *
     * @param task that asked for it; null when it was found in the store as the journal was begun
     * @param request that it fulfilled
     * @param entries how many it had
     * @param keys ids of its destroyed keys
     * @param suppressed keyed hashes that must lead to nobody any more
     */
    record Erased(
            @Nullable UUID task, UUID request, UUID ledger, long entries, List<UUID> keys, List<Suppressed> suppressed, Instant shreddedAt)
            implements JournalEntry {}

    /**
     * A line of the blind index.
     *
     * @param type of the identifier
     * @param hash keyed, in hexadecimal
     * @param key number of the key it was made with, which must be kept as long as the line counts
     */
    record Suppressed(String type, String hash, int key) {}
}
