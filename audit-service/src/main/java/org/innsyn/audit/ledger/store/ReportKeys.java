package org.innsyn.audit.ledger.store;

import java.util.List;
import org.innsyn.audit.hashing.HashRing;

/**
 * The keys reports are recognised by. The three change together and have the same numbers.
 *
 * @param ids of what sources call their events
 * @param contents of what events say
 * @param reads of what sources call reads that they report in parts
 */
record ReportKeys(HashRing ids, HashRing contents, HashRing reads) {

    static final String NAME = "report-ids";
    static final String[] BESIDE = {"report-contents", "bulk-reads"};

    static ReportKeys of(List<HashRing> rings) {
        return new ReportKeys(rings.get(0), rings.get(1), rings.get(2));
    }

    int current() {
        return ids.current();
    }

    List<Integer> older() {
        return ids.olderNumbers();
    }
}
