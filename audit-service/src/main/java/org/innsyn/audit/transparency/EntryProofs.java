package org.innsyn.audit.transparency;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.crypto.Commitment;
import org.innsyn.schemas.proof.EntryProof;

/** Makes proofs of entries: opens what the reader may see, gives digests for the rest, and the way to a signed checkpoint. */
public final class EntryProofs {

    private final LogTables tables;
    private final MerkleTree tree;
    private final PublishedCheckpoints checkpoints;
    private final LogKeys keys;

    EntryProofs(LogTables tables, MerkleTree tree, PublishedCheckpoints checkpoints, LogKeys keys) {
        this.tables = tables;
        this.tree = tree;
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    /**
     * What a proof of an entry is made from.
     *
     * @param secret the entry's secret
     * @param fields every field the entry commits to
     * @param hidden names of those the reader may not see
     */
    public record Provable(UUID entry, byte[] secret, SortedMap<String, byte[]> fields, Set<String> hidden) {
        @Override
        public String toString() {
            return "Provable[" + entry + "]";
        }
    }

    /**
     * Proofs in the order of the entries; they share what is read from the tree.
     *
     * @return empty while one of them is covered by no published checkpoint
     */
    public Optional<List<EntryProof>> of(List<Provable> entries) {
        var places = tables.indexesOf(entries.stream().map(Provable::entry).toList());
        var moment = checkpoints.now();
        var ways = new HashMap<Long, Way>();
        var made = new ArrayList<EntryProof>(entries.size());
        for (var entry : entries) {
            var place = Optional.ofNullable(places.get(entry.entry()));
            var checkpoint = place.flatMap(moment::covering);
            if (checkpoint.isEmpty()) {
                return Optional.empty();
            }
            var way = ways.computeIfAbsent(checkpoint.get().size(), _ -> new Way(checkpoint.get(), new RememberingTree(tables, checkpoint.get().size()), keys.verifierKeyOf(checkpoint.get())));
            made.add(new EntryProof(EntryProof.FORMAT, opened(entry), way.from(place.get()), way.key()));
        }
        return Optional.of(made);
    }

    /** From leaves to one checkpoint. */
    private record Way(LogTables.Checkpoint checkpoint, MerkleTree tree, String key) {
        String from(long index) {
            return proof(index, tree.inclusion(index, checkpoint.size()), checkpoint.note());
        }
    }

    /** Whether the log holds this entry as one of this ledger's, readable or not. */
    public boolean isOf(UUID entry, LedgerId ledger) {
        return tables.holds(entry, ledger);
    }

    /** C2SP tlog-proof of the leaf at this index under this checkpoint. */
    String of(long index, LogTables.Checkpoint checkpoint) {
        return proof(index, tree.inclusion(index, checkpoint.size()), checkpoint.note());
    }

    private static List<EntryProof.Field> opened(Provable entry) {
        var opened = new ArrayList<EntryProof.Field>();
        for (Map.Entry<String, byte[]> field : entry.fields().entrySet()) {
            var salt = Commitment.salt(entry.secret(), field.getKey());
            opened.add(entry.hidden().contains(field.getKey())
                    ? new EntryProof.Field(field.getKey(), Commitment.digest(salt, field.getValue()), null, null)
                    : new EntryProof.Field(field.getKey(), null, salt, field.getValue()));
        }
        return opened;
    }

    private static String proof(long index, List<byte[]> path, String checkpoint) {
        var text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex ").append(index).append('\n');
        path.forEach(hash -> text.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
