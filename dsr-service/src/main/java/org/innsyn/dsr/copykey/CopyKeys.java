package org.innsyn.dsr.copykey;

import java.time.Clock;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.signing.SigningKeys;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys that sign copies and receipts. */
public final class CopyKeys extends SigningKeys {

    /** By this ending verifiers tell a key for copies from a log's. */
    private static final String ENDING = "/copies";

    /** @throws IllegalArgumentException when the name does not end in {@code /copies} */
    CopyKeys(JdbcTemplate jdbc, TransactionTemplate transaction, KeyFolder folder, String name, Clock clock) {
        super(jdbc, transaction, folder, clock, "copy_key", "copies", checked(name));
    }

    private static String checked(String name) {
        if (!name.endsWith(ENDING)) {
            throw new IllegalArgumentException("innsyn.exports.signed-as must end in /copies: by that a checker tells it from the key of a log");
        }
        return name;
    }

    /** The key that signs now; whoever writes a manifest that names it also signs with it. */
    public CopyKey current() {
        return new CopyKey(signing());
    }
}
