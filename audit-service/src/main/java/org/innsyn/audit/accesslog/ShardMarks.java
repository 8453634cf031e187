package org.innsyn.audit.accesslog;

import co.elastic.clients.elasticsearch.indices.stats.ShardLease;
import co.elastic.clients.elasticsearch.indices.stats.ShardStats;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A place in the sequence of changes of each of an index's shards. A shard's history retention leases say from which change on it still
 * keeps deleted documents; they are renewed every now and then, not with each change.
 *
 * @param byShard a sequence number by index and shard
 */
public record ShardMarks(Map<String, Long> byShard) {

    /** The newest change. */
    static ShardMarks newest(Map<String, List<ShardStats>> shards) {
        return of(shards, stats -> stats.seqNo().maxSeqNo());
    }

    /** The newest change before those that are kept for somebody. */
    static ShardMarks released(Map<String, List<ShardStats>> shards) {
        return of(shards, stats -> stats.retentionLeases().leases().stream().mapToLong(ShardLease::retainingSeqNo).min().orElse(Long.MAX_VALUE) - 1);
    }

    /** The copy that is furthest behind speaks for its shard. */
    private static ShardMarks of(Map<String, List<ShardStats>> shards, ToLongFunction<ShardStats> mark) {
        return new ShardMarks(shards.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                shard -> shard.getValue().stream().mapToLong(mark).min().orElse(-1))));
    }

    /** Whether every shard there is has come this far. A shard that was not there has nothing of what was deleted; one that is gone has nothing at all. */
    boolean reaches(ShardMarks others) {
        return byShard.entrySet().stream().allMatch(shard -> shard.getValue() >= others.byShard.getOrDefault(shard.getKey(), -1L));
    }
}
