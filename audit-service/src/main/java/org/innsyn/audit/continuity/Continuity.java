package org.innsyn.audit.continuity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.innsyn.audit.hashing.HashRing;

/**
 * What sources have not reported, as far as they let us know: by counting their reports, and by saying of how many parts a read is.
 * A source's first number is taken for its beginning: what it may have lost before nobody can know.
 *
 * <p>A finding is made of what is still missing when it has been missing for longer than a grace time, because reports may come late and
 * in any order: ask with now minus the grace time. What comes later still is no longer named here.
 */
public final class Continuity {

    private final Sequences sequences;
    private final BulkReads reads;

    Continuity(Sequences sequences, BulkReads reads) {
        this.sequences = sequences;
        this.reads = reads;
    }

    /**
     * Takes note of what is being recorded, in the transaction that records it. One row a source or read, however many reports.
     *
     * @param names hashes what sources call their reads; held by the caller's transaction
     */
    public void see(Collection<Sighting> sightings, HashRing names, Instant now) {
        var numbers = sightings.stream().filter(sighting -> sighting.sequence() != null)
                .collect(groupingBy(Sighting::source, TreeMap::new, mapping(Sighting::sequence, toList())));
        numbers.forEach((source, seen) -> sequences.see(source, Span.of(seen), now));
        reads.see(sightings.stream().filter(sighting -> sighting.bulk() != null).toList(), names, now);
    }

    /** Gaps noticed before {@code before} and still open, oldest first, at most {@code limit}. */
    public List<SequenceGap> gapsNoticedBefore(Instant before, int limit) {
        return sequences.gapsNoticedBefore(before, limit);
    }

    /** Reads begun before {@code before} that still lack parts, oldest first, at most {@code limit}. */
    public List<IncompleteRead> incompleteReadsBegunBefore(Instant before, int limit) {
        return reads.incompleteBegunBefore(before, limit);
    }
}
