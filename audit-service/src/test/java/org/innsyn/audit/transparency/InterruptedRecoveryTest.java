package org.innsyn.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.innsyn.audit.journal.Disk;
import org.innsyn.audit.journal.Journal;
import org.innsyn.audit.journal.JournalEntry.Erased;
import org.innsyn.audit.journal.JournalEntry.Suppressed;
import org.innsyn.audit.recovery.Recover;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recovery that ends at any of its steps is simply run again. */
class InterruptedRecoveryTest {

    private static final String HASH = "00".repeat(31) + "ff";

    /** Where each step writes, in their order. */
    private static final List<String> STEPS = List.of("recovery", "log_leaf", "log_origin", "blind_index", "ledger_head", "domain_event", "vault_key", "journal_mark");

    @TempDir
    private Path folder;

    @Test
    void whichever_step_it_ends_at_the_next_run_completes_it_and_opens_no_second_log() {
        var log = new LogHouse(folder).grow(20);
        byte[] kept = log.tree().root(20);
        log.grow(10);
        var ledger = UUID.randomUUID();
        var journal = new Journal(folder.resolve("journal"), Disk.real());
        journal.erased(new Erased(UUID.randomUUID(), UUID.randomUUID(), ledger, 3, List.of(), List.of(new Suppressed("account", HASH, 1)),
                Instant.parse("2026-03-02T09:00:00Z")));
        losesEverythingFrom(20, log);

        for (var step : STEPS) {
            log.jdbc().execute("create function stop_%s() returns trigger language plpgsql as $$ begin raise exception 'stopped'; end $$".formatted(step));
            log.jdbc().execute("create trigger stop before insert or update on %s for each row execute function stop_%s()".formatted(step, step));
            assertThatThrownBy(() -> Recover.run(arguments(log))).as("stopped at " + step).isNotNull();
            log.jdbc().execute("drop trigger stop on " + step);
        }
        Recover.run(arguments(log));

        assertThat(Recover.plan(arguments(log))).as("nothing is left to do").isEmpty();
        assertThat(new LogOrigins(log.jdbc()).all()).extracting(LogOrigins.Origin::name).containsExactly(LogHouse.ORIGIN, LogHouse.ORIGIN + "/2");
        assertThat(journal.log().generation()).isEqualTo(2);
        assertThat(log.tables().size()).isEqualTo(21);
        var leaf = new String(log.tables().leaves(0, 1).getFirst(), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
        assertThat(leaf.subList(4, 9)).as("size, root, kept, lost").contains("30", "20", "10", "restored");
        var carried = new MerkleTree((level, from, count) -> log.tables().leaves(from + 1, count).stream().map(MerkleTree::leafHash).toList());
        assertThat(carried.root(20)).as("what was kept is as it was").isEqualTo(kept);
        assertThat(log.jdbc().queryForObject("select count(*) from blind_index where ledger_id = ? and suppressed", Long.class, ledger)).isEqualTo(1);
        assertThat(log.jdbc().queryForObject("select state from ledger_head where ledger_id = ?", String.class, ledger)).isEqualTo("shredded");
        assertThat(Recover.run(arguments(log))).as("run once more for nothing").isEmpty();
    }

    /** As a backup of an earlier time would have it. */
    private static void losesEverythingFrom(long size, LogHouse log) {
        log.jdbc().update("delete from log_checkpoint where size > ?", size);
        log.jdbc().update("delete from entry_leaf where leaf_index >= ?", size);
        log.jdbc().update("delete from log_leaf where leaf_index >= ?", size);
        log.jdbc().update("update log_state set size = ?", size);
        log.jdbc().update("delete from journal_mark where book = 'erasures'");
    }

    private String[] arguments(LogHouse log) {
        var database = log.database();
        return new String[] {
            "--spring.datasource.url=" + database.url() + (database.url().contains("?") ? "&" : "?") + "currentSchema=audit",
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password(),
            "--innsyn.log.origin=" + LogHouse.ORIGIN,
            "--innsyn.keys.directory=" + folder,
            "--innsyn.journal.directory=" + folder.resolve("journal")};
    }
}
