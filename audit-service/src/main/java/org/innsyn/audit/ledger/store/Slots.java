package org.innsyn.audit.ledger.store;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Hands out slots in the trees of heads. Taken from a sequence in blocks, so that opening a ledger costs no round trip; what a process
 * that ended had left of its block stays empty for ever, as does the slot of an opening that was rolled back.
 */
final class Slots {

    /** The sequence's increment. */
    private static final int BLOCK = 64;

    private final JdbcTemplate jdbc;
    private long next;
    private long end;

    Slots(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    synchronized long next() {
        if (next == end) {
            next = jdbc.queryForObject("select nextval('ledger_slot')", Long.class);
            end = next + BLOCK;
        }
        return next++;
    }
}
