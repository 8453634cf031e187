package org.innsyn.audit.transparency;

import java.util.Arrays;
import java.util.Optional;
import org.innsyn.audit.ledger.LedgerId;
import org.innsyn.platform.crypto.KeyedHash;
import org.innsyn.platform.vault.KeyDestroyed;
import org.innsyn.platform.vault.VaultKeys;
import org.innsyn.schemas.proof.CompletenessStatement;
import org.springframework.transaction.support.TransactionTemplate;

/** Says how many entries a ledger has, so that it can be checked against the signed log. Always from the newest tree of heads. */
public final class CompletenessStatements {

    private final HeadsTables tables;
    private final PublishedCheckpoints checkpoints;
    private final EntryProofs proofs;
    private final LogKeys logKeys;
    private final VaultKeys keys;
    private final KeyedHash empties;
    private final TransactionTemplate snapshot;

    /** @param snapshot read-only and repeatable: one tree, however many are made meanwhile */
    CompletenessStatements(
            HeadsTables tables, PublishedCheckpoints checkpoints, EntryProofs proofs, LogKeys logKeys, VaultKeys keys, KeyedHash empties, TransactionTemplate snapshot) {
        this.tables = tables;
        this.checkpoints = checkpoints;
        this.proofs = proofs;
        this.logKeys = logKeys;
        this.keys = keys;
        this.empties = empties;
        this.snapshot = snapshot;
    }

    /** Empty while no published tree holds the ledger: it is too new, or it was shredded, and then there is no statement any more. */
    public Optional<CompletenessStatement> of(LedgerId ledger) {
        try {
            return snapshot.execute(t -> tables.head(ledger).flatMap(this::statement));
        } catch (KeyDestroyed shreddedMeanwhile) {
            return Optional.empty();
        }
    }

    private Optional<CompletenessStatement> statement(HeadsTables.Head head) {
        var newest = tables.newest();
        var chunk = tables.chunk(head.slot() / HeadsTree.CHUNK);
        var blinding = Blinding.of(keys.forOwner(head.ledger().value(), VaultKeys.LIFELONG), newest.generation(), newest.epoch());
        var slot = HeadsTree.slot(blinding, head.ledger(), head.slot(), head.number(), head.newest());
        boolean holds = chunk.filter(hashes -> Arrays.equals(HeadsTree.at(hashes, (int) (head.slot() % HeadsTree.CHUNK)), slot)).isPresent();
        var published = checkpoints.covering(newest.leafIndex());
        if (!holds || published.isEmpty()) {
            return Optional.empty();
        }
        var path = new HeadsTree(empties, newest.epoch()).path(head.slot(), chunk.get(), tables.chunkRoots());
        return Optional.of(new CompletenessStatement(CompletenessStatement.FORMAT, head.ledger().value(), head.slot(), head.number(), head.newest(),
                blinding, path, newest.leaf(), proofs.of(newest.leafIndex(), published.get()), logKeys.verifierKeyOf(published.get())));
    }
}
