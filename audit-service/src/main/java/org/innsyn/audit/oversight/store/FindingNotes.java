package org.innsyn.audit.oversight.store;

import java.time.Clock;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.vault.SealedTexts;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people write about findings, under the finding's own key. */
final class FindingNotes extends SealedTexts {

    FindingNotes(JdbcTemplate jdbc, VaultKeys keys, RandomSource random, Clock clock) {
        super(jdbc, keys, random, clock, new Rows("finding_note", "note_id", "finding_id", "note"));
    }
}
