package org.innsyn.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.innsyn.audit.journal.FailingDisk;
import org.innsyn.audit.journal.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes first: the journal, then the world. */
class CheckpointsInJournalTest {

    @TempDir
    private Path folder;

    @Test
    void a_checkpoint_is_not_published_while_the_journal_cannot_be_written() {
        var disk = new FailingDisk();
        var log = new LogHouse(folder, disk).grow(10);
        assertThat(log.note()).contains("\n10\n");

        // The write, and the first attempt on another file.
        disk.failForces(2);
        log.grow(5);
        assertThat(log.note()).as("nothing the journal may not know is published").contains("\n10\n");
        assertThat(log.jdbc().queryForObject("select max(size) from log_checkpoint", Long.class)).isEqualTo(10);

        log.tick();
        log.tick();
        assertThat(log.note()).contains("\n15\n");
        assertThat(new Journal(folder.resolve("journal"), disk).log().newest()).hasValueSatisfying(signed -> {
            assertThat(signed.size()).isEqualTo(15);
            assertThat(signed.note()).isEqualTo(log.note());
        });
    }
}
