package org.innsyn.audit.report;

import java.util.HexFormat;
import java.util.UUID;
import org.innsyn.platform.crypto.KeyedHash;

/**
 * Names for people, staff and recipients that are good in one report only: they tell two apart and lead to nobody. Their key is made from
 * the report's own: as long as the report can be fetched its maker can find whom a name stands for, and when it ends nobody can.
 * Names for people, staff, recipients and breach records that are good in one report only: they tell two apart and lead to nobody. Only the holder of the
 * key, asked about one, can find whom it stands for.
 */
final class Pseudonyms {

    private final KeyedHash key;

    private Pseudonyms(KeyedHash key) {
        this.key = key;
    }

    /** @param reportKey the 32 bytes under which the report is sealed; another key is made from them (NIST SP 800-108 in its simplest form) */
    static Pseudonyms under(byte[] reportKey) {
        return new Pseudonyms(new KeyedHash(new KeyedHash(reportKey).of("innsyn/report-pseudonyms/1")));
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

    String breach(UUID breach) {
        return "b-" + of("breach", breach.toString());
    }

    private String of(String kind, String what) {
        return HexFormat.of().formatHex(key.of(kind, what), 0, 8);
    }
}
