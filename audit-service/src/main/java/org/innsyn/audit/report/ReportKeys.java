package org.innsyn.audit.report;

import java.time.Clock;
import org.innsyn.platform.crypto.KeyFolder;
import org.innsyn.platform.signing.SigningKeys;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys that sign audit reports. */
public final class ReportKeys extends SigningKeys {

    /** @param origin the log's */
    ReportKeys(JdbcTemplate jdbc, TransactionTemplate transaction, KeyFolder folder, String origin, Clock clock) {
        super(jdbc, transaction, folder, clock, "report_key", "reports", origin + "/reports");
    }

    /** The key that signs now; whoever begins a report with it also ends it with it. */
    ReportKey current() {
        return new ReportKey(signing());
    }
}
