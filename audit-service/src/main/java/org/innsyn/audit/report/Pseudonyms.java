package org.innsyn.audit.report;

import java.util.HexFormat;
import java.util.UUID;
import org.innsyn.platform.crypto.KeyedHash;

/**
 * Names for people, staff and recipients that are good in one report only: they tell two apart and lead to nobody. Only the holder of the
 * key, asked about one, can find whom it stands for.
 */
final class Pseudonyms {

    private final KeyedHash key;
    private final String report;

    Pseudonyms(KeyedHash key, UUID report) {
        this.key = key;
        this.report = report.toString();
    }

    String person(UUID ledger) {
        return "p-" + of("person", ledger.toString());
    }

    String actor(UUID actor) {
        return "a-" + of("actor", actor.toString());
    }

    String recipient(String named) {
        return "r-" + of("recipient", named);
    }

    private String of(String kind, String what) {
        return HexFormat.of().formatHex(key.of(report, kind, what), 0, 8);
    }
}
