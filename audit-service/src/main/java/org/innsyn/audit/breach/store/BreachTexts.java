package org.innsyn.audit.breach.store;

import java.time.Clock;
import org.innsyn.platform.crypto.RandomSource;
import org.innsyn.platform.vault.SealedTexts;
import org.innsyn.platform.vault.VaultKeys;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people write about breaches, under the breach's own key. */
final class BreachTexts extends SealedTexts {

    BreachTexts(JdbcTemplate jdbc, VaultKeys keys, RandomSource random, Clock clock) {
        super(jdbc, keys, random, clock, new Rows("breach_text", "text_id", "breach_id", "breach-text"));
    }
}
