package org.innsyn.audit.disclosure.store;

import java.time.Clock;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.vault.SealedTexts;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is said about a name, under the keys of the log it is about: destroyed with it. */
final class NameTexts extends SealedTexts {

    NameTexts(JdbcTemplate jdbc, VaultKeys keys, RandomSource random, Clock clock) {
        super(jdbc, keys, random, clock, new Rows("name_text", "text_id", null, "name-text"));
    }
}
